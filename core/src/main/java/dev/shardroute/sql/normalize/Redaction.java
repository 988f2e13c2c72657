package dev.shardroute.sql.normalize;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.sql.printer.SqlPrinter;

/**
 * Statements for logs: what an application has written into them as a value is not there, so that a log holds no data of
 * its users.
 */
public final class Redaction {
    private static final String PREFIX = "redacted";

    private Redaction() {}

    /**
     * The text of a statement with bind variables for all of its values, named as the normalizer names them, so that equal
     * statements are alike; what the tree does not know is hidden as {@link SqlPrinter#redacted} does it.
     */
    public static String redact(Statement statement) {
        BindNames names = new BindNames(PREFIX, BindVariables.namesIn(statement));
        return SqlPrinter.redacted(Nodes.rewrite(parameterized(statement, names),
                node -> node instanceof Literal literal ? variable(literal, names) : node));
    }

    /** A literal that is wrong is a value too: it is hidden with the others that stay. */
    private static Node parameterized(Statement statement, BindNames names) {
        try {
            return new ParameterizeLiterals(names).convert(statement);
        } catch (ShardrouteException wrongLiteral) {
            return statement;
        }
    }

    private static Variable variable(Literal literal, BindNames names) {
        return new Variable(names.next(), VariableType.of(literal.value().type()));
    }
}

package dev.shardroute.sql.normalize;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ast.Administration.Load;
import dev.shardroute.sql.ast.Clause;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.GroupBy;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.Nodes;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.SetVariables.Setting;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableExpression;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.sql.printer.SqlPrinter;
import dev.shardroute.type.Type;
import java.util.List;

/**
 * Statements for logs: what an application has written into them as a value is not there, so that a log holds no data of
 * its users. Names, comments with hints and directives, and positions in ORDER BY and GROUP BY stay.
 */
public final class Redaction {
    private static final String PREFIX = "redacted";

    private final BindNames names;

    private Redaction(BindNames names) {
        this.names = names;
    }

    /**
     * The canonical text of a statement with bind variables for its values; of a statement that is kept as text, that text
     * with a question mark for each of its strings.
     */
    public static String redact(Statement statement) {
        return switch (statement) {
            case Ddl ddl -> withoutStrings(ddl.text());
            case Load load -> withoutStrings(load.text());
            default -> redactTree(statement);
        };
    }

    private static String redactTree(Statement statement) {
        BindNames names = new BindNames(PREFIX, BindVariables.namesIn(statement));
        return SqlPrinter.print(new Redaction(names).hide(parameterized(statement, names)));
    }

    /** A literal that is wrong is no less a value: it is hidden with what else remains. */
    private static Node parameterized(Statement statement, BindNames names) {
        try {
            return new ParameterizeLiterals(names).convert(statement);
        } catch (ShardrouteException wrongLiteral) {
            return statement;
        }
    }

    /** What is no value for a plan may still be one for its user. */
    private Node hide(Node node) {
        return switch (node) {
            case Literal literal -> hidden(literal);
            case Expression expression -> Nodes.mapParts(expression, this::hide);
            case Statement statement -> withoutRemarks(Nodes.mapParts(statement, this::hide));
            case SelectItem item -> Nodes.mapParts(item, this::hide);
            case TableExpression table -> Nodes.mapParts(table, this::hide);
            case Clause clause -> hide(clause);
        };
    }

    private Clause hide(Clause clause) {
        return switch (clause) {
            case OrderItem order -> Nodes.mapParts(order, this::hideUnlessPosition);
            case GroupBy group -> Nodes.mapParts(group, this::hideUnlessPosition);
            case Setting.Names names -> names;
            case Setting.CharacterSet charset -> charset;
            default -> Nodes.mapParts(clause, this::hide);
        };
    }

    private Node hideUnlessPosition(Node part) {
        return part instanceof Literal(var value) && value.type() == Type.INT64 ? part : hide(part);
    }

    private Variable hidden(Literal literal) {
        return new Variable(names.next(), VariableType.of(literal.value().type()));
    }

    private static Statement withoutRemarks(Statement statement) {
        List<String> comments = StatementComments.of(statement);
        return comments.isEmpty()
                ? statement
                : StatementComments.with(statement, comments.stream().filter(Redaction::isForMachines).toList());
    }

    private static boolean isForMachines(String comment) {
        return comment.startsWith("/*+") || comment.startsWith("/*vt+");
    }

    private static String withoutStrings(String text) {
        StringBuilder redacted = new StringBuilder(text.length());
        Lexer lexer = new Lexer(text);
        int end = 0;
        while (lexer.next() != TokenKind.END) {
            redacted.append(lexer.start() > end && !redacted.isEmpty() ? " " : "");
            redacted.append(isString(lexer.kind()) ? "?" : lexer.text());
            end = lexer.end();
        }
        return redacted.toString();
    }

    private static boolean isString(TokenKind kind) {
        return switch (kind) {
            case STRING, HEX_STRING, HEX_NUMBER, BIT_STRING, BIT_NUMBER -> true;
            default -> false;
        };
    }
}

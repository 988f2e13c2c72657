package dev.shardroute.sql.jsqlparser;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.ParserOptions;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.TableDefinition;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.SqlMode;
import dev.shardroute.sql.lex.Words;
import net.sf.jsqlparser.schema.Table;
import org.jspecify.annotations.Nullable;

/** What JSqlParser keeps as text: names, literals, types. Texts that are not one such piece are refused. */
final class Pieces {
    /** How much of a text messages show. */
    private static final int LONGEST = 60;

    private final SqlParser parser;
    private final boolean ansiQuotes;

    Pieces(ParserOptions options) {
        this.parser = new SqlParser(options);
        this.ansiQuotes = options.modes().contains(SqlMode.ANSI_QUOTES);
    }

    /** True for a text in double quotes that MySQL reads as a string. */
    boolean isString(String name) {
        return !ansiQuotes && isIn('"', name);
    }

    /** The name without its quotes. */
    String name(String text) {
        if (isIn('`', text)) {
            return text.substring(1, text.length() - 1).replace("``", "`");
        }
        if (ansiQuotes && isIn('"', text)) {
            return text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        Refusal.when(text.contains("\""), "a name in double quotes, or one in backticks with a dot in it,");
        Refusal.when(!isBareName(text), "the name " + near(text));
        return text;
    }

    private static String near(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static boolean isBareName(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > '~');
    }

    /** An alias, which may be a string, too. */
    String alias(String text) {
        return isIn('\'', text) || isString(text) ? string(text) : name(text);
    }

    private static boolean isIn(char quote, String text) {
        int last = text.length() - 1;
        return last > 0 && text.charAt(0) == quote && text.charAt(last) == quote;
    }

    /** The name of a table and of its database. */
    TableName tableName(Table table) {
        Refusal.when(table.getNameParts().size() > 2, "the table " + table.getFullyQualifiedName());
        String qualifier = table.getSchemaName();
        return new TableName(qualifier == null ? null : name(qualifier),
                name(Refusal.required(table.getName(), "name of a table")));
    }

    /** The content of a string literal. */
    String string(String text) {
        return ((Expression.Literal) only(Expression.Literal.class, text)).value().text();
    }

    /** A literal, with its character set if it has one. */
    Expression literal(String text) {
        Expression literal = parsed(text);
        return switch (literal) {
            case Expression.Literal value -> value;
            case Expression.Introduced value -> value;
            case null, default -> throw Refusal.of("the literal " + near(text));
        };
    }

    /** A call that needs no parentheses. */
    Expression call(String text) {
        return only(Expression.Call.class, text);
    }

    /** {@code @x} or {@code @@x}. */
    Expression variable(String text) {
        Expression variable = parsed(text);
        boolean isVariable =
                variable instanceof Expression.UserVariable || variable instanceof Expression.SystemVariable;
        Refusal.when(!isVariable, "the variable " + near(text));
        return Refusal.required(variable, "variable");
    }

    /** What MySQL reads where a name stands alone: CURRENT_USER is a call, and 0b1 a number. */
    Expression bareWord(String word) {
        if (!Words.isQuotedName(word) && !word.startsWith("0")) {
            return new Expression.Column(null, name(word));
        }
        return switch (parsed(word)) {
            case Expression.Call call -> call;
            case Expression.Literal number -> number;
            case Expression.Column column -> column;
            case null, default -> throw Refusal.of("the word " + word + " as a column");
        };
    }

    private Expression only(Class<? extends Expression> kind, String text) {
        Expression piece = parsed(text);
        Refusal.when(!kind.isInstance(piece), "the text " + near(text));
        return Refusal.required(piece, "text");
    }

    private @Nullable Expression parsed(String text) {
        try {
            return parser.parseExpression(text);
        } catch (ShardrouteException notKnown) {
            return null;
        }
    }

    /** A type of CAST. */
    DataType castType(String text) {
        if (parsed("cast(null as " + text + ")") instanceof Cast(Expression.Null none, DataType type, boolean array)
                && !array) {
            return type;
        }
        throw Refusal.of("the type " + near(text));
    }

    /** A type of a column. */
    DataType columnType(String text) {
        TableDefinition definition = definition("create table t (c " + text + ")");
        if (definition == null || definition.columns().size() != 1) {
            throw Refusal.of("the type " + near(text));
        }
        return definition.columns().getFirst().type();
    }

    private @Nullable TableDefinition definition(String sql) {
        try {
            return parser.parse(sql) instanceof Ddl ddl ? ddl.definition() : null;
        } catch (ShardrouteException notKnown) {
            return null;
        }
    }
}

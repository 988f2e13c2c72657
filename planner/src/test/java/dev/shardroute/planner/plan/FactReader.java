package dev.shardroute.planner.plan;

import dev.shardroute.key.Destination;
import dev.shardroute.key.KeyRange;
import dev.shardroute.key.KeyspaceId;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.function.ExpressionType;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the facts of described steps. */
final class FactReader {
    private static final SqlParser PARSER = new SqlParser();
    private static final Pattern OFFSET = Pattern.compile(":(\\d+)");
    private static final Pattern ROWS_COLUMN = Pattern.compile("(\\w+):(\\d+)");
    private static final Pattern KEY = Pattern.compile(
            "\\(?(?<column>\\d+)(?:[|:](?<weight>\\d+))?\\)?(?<order> ASC| DESC)?(?:(?: COLLATE |: )(?<collation>\\w*))?");
    private static final Pattern AGGREGATE =
            Pattern.compile("(?<name>[a-z_]+)\\((?<argument>.*?)\\)(?: AS (?<alias>.*))?");
    private static final Pattern DESTINATION = Pattern.compile("(\\w+)\\((.*)\\)");

    private FactReader() {}

    // expressions

    static Expression expression(String text) {
        Matcher offset = OFFSET.matcher(text);
        return offset.matches()
                ? new Expression.Offset(Integer.parseInt(offset.group(1)))
                : PARSER.parseExpression(text);
    }

    static ValueExpr value(String text) {
        Matcher column = ROWS_COLUMN.matcher(text);
        if (column.matches()) {
            return new ValueExpr.RowsColumn(column.group(1), Integer.parseInt(column.group(2)));
        }
        ValueExpr value = value(PARSER.parseExpression(text));
        boolean isListOfOne = text.startsWith("(") && !(value instanceof ValueExpr.Tuple);
        return isListOfOne ? new ValueExpr.Tuple(List.of(value)) : value;
    }

    private static ValueExpr value(Expression expression) {
        return switch (expression) {
            case Expression.Literal(var value) -> ValueExpr.Constant.of(value);
            case Expression.Introduced introduced -> ValueExpr.Constant.of(binary(introduced));
            case Expression.Variable variable -> new ValueExpr.Variable(variable.name());
            case Expression.ListVariable(var name) -> new ValueExpr.ListVariable(name);
            case Expression.Tuple(var members) -> new ValueExpr.Tuple(members.stream().map(FactReader::value).toList());
            default -> throw new AssertionError("a value " + expression);
        };
    }

    private static Value binary(Expression.Introduced introduced) {
        return Value.of(((Expression.Literal) introduced.operand()).value().bytes());
    }

    // columns

    static KeyColumn key(String text) {
        Matcher parts = match(KEY, text);
        Optional<ExpressionType> type = Optional.ofNullable(parts.group("collation"))
                .map(name -> ExpressionType.of(Type.VARCHAR, name.isEmpty() ? "big5_bin" : name));
        String weight = parts.group("weight");
        return KeyColumn.of(Integer.parseInt(parts.group("column")), weight == null ? -1 : Integer.parseInt(weight),
                type);
    }

    static List<KeyColumn> keys(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(", ", -1)).map(FactReader::key).toList();
    }

    static List<SortColumn> sort(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(", ", -1))
                        .map(key -> new SortColumn(key(key), " DESC".equals(match(KEY, key).group("order")))).toList();
    }

    static List<JoinedColumn> joined(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",", -1)).map(FactReader::joinedColumn).toList();
    }

    private static JoinedColumn joinedColumn(String text) {
        if (text.contains(":")) {
            int index = Integer.parseInt(text.substring(2));
            return text.startsWith("L:") ? JoinedColumn.left(index) : JoinedColumn.right(index);
        }
        int number = Integer.parseInt(text);
        return number < 0 ? JoinedColumn.left(-1 - number) : JoinedColumn.right(number - 1);
    }

    // aggregates

    static List<Aggregate> aggregates(String text) {
        return outerParts(text).map(FactReader::aggregate).toList();
    }

    private static Aggregate aggregate(String text) {
        Matcher parts = match(AGGREGATE, text);
        String name = parts.group("name");
        String argument = parts.group("argument");
        String alias = Optional.ofNullable(parts.group("alias")).orElse("");
        if (name.equals(AggregateOpcode.CONSTANT.label())) {
            return new Aggregate.Constant(0, expression(argument), alias);
        }
        if (name.equals(AggregateOpcode.GROUP_CONCAT.label())) {
            return new Aggregate.GroupConcat(Integer.parseInt(argument), Aggregate.GroupConcat.SEPARATOR, alias);
        }
        KeyColumn column = key(argument.contains("|") ? "(" + argument.replaceFirst("\\|\\d+", "$0)") : argument);
        return opcode(name).<Aggregate>map(only -> new Aggregate.OfColumn(only, only, column, alias))
                .orElseGet(() -> split(name, column, alias));
    }

    /** A function that the shards have done a part of: the name of the one and that of the other. */
    private static Aggregate split(String name, KeyColumn column, String alias) {
        return Pattern.compile("_").matcher(name).results().map(MatchResult::start)
                .filter(at -> opcode(name.substring(0, at)).isPresent() && opcode(name.substring(at + 1)).isPresent())
                .findFirst()
                .map(at -> new Aggregate.OfColumn(opcode(name.substring(0, at)).orElseThrow(),
                        opcode(name.substring(at + 1)).orElseThrow(), column, alias))
                .orElseThrow();
    }

    private static Optional<AggregateOpcode> opcode(String label) {
        return Arrays.stream(AggregateOpcode.values()).filter(opcode -> opcode.label().equals(label)).findFirst();
    }

    /** What commas outside of parentheses separate. */
    private static Stream<String> outerParts(String text) {
        Stream.Builder<String> parts = Stream.builder();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith(", ", i)) {
                parts.add(text.substring(start, i));
                start = i + 2;
            }
        }
        return text.isEmpty() ? Stream.of() : parts.add(text.substring(start)).build();
    }

    // shards

    static Destination destination(String text) {
        Matcher parts = match(DESTINATION, text);
        String argument = parts.group(2);
        return switch (parts.group(1)) {
            case "AnyShard" -> new Destination.AnyShard();
            case "AllShards" -> new Destination.AllShards();
            case "Shard" -> new Destination.Shard(argument);
            case "ExactKeyRange" -> new Destination.ExactKeyRange(KeyRange.parse(argument));
            case "KeyspaceID" -> new Destination.Id(KeyspaceId.parse(argument));
            default -> throw new AssertionError("a destination " + text);
        };
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("not of the form " + pattern + ": " + text);
        }
        return matcher;
    }
}

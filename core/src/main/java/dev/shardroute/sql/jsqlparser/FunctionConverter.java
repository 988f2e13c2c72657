package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Word;
import dev.shardroute.sql.ast.Limit;
import dev.shardroute.sql.ast.OrderItem;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.CharUsing;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Extract;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.MatchMode;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.TrimSide;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.parser.FunctionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.RawFunction;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.FullTextSearch;
import net.sf.jsqlparser.expression.operators.relational.NamedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import org.jspecify.annotations.Nullable;

/** Converts calls of functions, those with a grammar of their own among them. */
final class FunctionConverter {
    private static final Set<String> FORMAT_TYPES = Set.of("date", "datetime", "time", "timestamp");

    private final Conversion conversion;
    private final Pieces pieces;
    private final ExpressionConverter expressions;
    private final IntervalConverter intervals;
    private final WindowConverter windows;
    private final JsonConverter json;

    FunctionConverter(Conversion conversion, ExpressionConverter expressions) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
        this.expressions = expressions;
        this.intervals = new IntervalConverter(conversion.pieces(), expressions);
        this.windows = new WindowConverter(conversion, expressions);
        this.json = new JsonConverter(conversion.pieces(), expressions);
    }

    JsonConverter json() {
        return json;
    }

    WindowConverter windows() {
        return windows;
    }

    Expression call(Function function) {
        refuseOtherDialects(function);
        List<String> parts = Refusal.required(function.getMultipartName(), "name of a function");
        Refusal.when(parts.size() > 2, "the function " + function.getName());
        String name = parts.getLast();
        if (parts.size() == 2) {
            Refusal.when(function.isDistinct(), "DISTINCT in " + function.getName());
            return new Call(pieces.name(parts.getFirst()), pieces.name(name), false, arguments(function));
        }
        return name.startsWith("`")
                ? new Call(null, pieces.name(name), function.isDistinct(), arguments(function))
                : known(function, name);
    }

    private static void refuseOtherDialects(Function function) {
        Refusal.when(function instanceof RawFunction || function.getClass() != Function.class,
                function.getClass().getSimpleName());
        Refusal.present(function.getHavingClause(), "HAVING in a function");
        Refusal.present(function.getKeep(), "KEEP");
        Refusal.present(function.getAttribute(), "an attribute of a function's result");
        Refusal.present(function.getNullHandling(), "IGNORE NULLS without OVER");
        Refusal.present(function.getOnOverflowTruncate(), "ON OVERFLOW");
        Refusal.any(function.getChainedParameters(), "chained arguments");
        Refusal.when(function.isUnique(), "UNIQUE in a function");
        Refusal.when(function.isAllColumns() && !isStar(function), "ALL in a function");
    }

    private static boolean isStar(Function function) {
        ExpressionList<?> parameters = function.getParameters();
        return parameters != null && parameters.size() == 1 && parameters.getFirst() instanceof AllColumns;
    }

    private Expression known(Function function, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isStar(function)) {
            Refusal.when(!lower.equals("count") || function.isDistinct(), name + "(*)");
            return new CountStar();
        }
        if (lower.equals("group_concat")) {
            return groupConcat(function);
        }
        Refusal.any(function.getOrderByElements(), "ORDER BY in " + name);
        Refusal.present(function.getLimit(), "LIMIT in " + name);
        return switch (lower) {
            case "values" -> new InsertedValue(onlyColumn(function));
            case "default" -> new Default(onlyColumn(function));
            case "row" -> row(function);
            case "char" -> character(function);
            case "timestampadd", "timestampdiff" -> timestamp(function, lower);
            case "get_format" -> getFormat(function, name);
            case "interval" -> plain(function, lower);
            case "weight_string" -> weightString(function, name);
            default -> plain(function, name);
        };
    }

    private Call plain(Function function, String name) {
        Refusal.any(function.getKeywordArguments(), "words in " + name);
        return new Call(null, FunctionNames.canonical(name), function.isDistinct(), arguments(function));
    }

    /** FROM, FOR and IN are other words for commas. */
    private List<Expression> arguments(Function function) {
        NamedExpressionList<?> named = function.getNamedParameters();
        if (named == null || named.isEmpty()) {
            return expressions.list(function.getParameters());
        }
        String words = String.join(" ", named.getNames()).strip().toLowerCase(Locale.ROOT);
        boolean known = switch (function.getName().toLowerCase(Locale.ROOT)) {
            case "substring", "substr", "mid" -> words.equals("from for") || words.equals("from");
            case "position" -> words.equals("in");
            default -> false;
        };
        Refusal.when(!known, "the words " + words + " in a function");
        return expressions.list(named);
    }

    private Expression.Column onlyColumn(Function function) {
        ExpressionList<?> parameters = function.getParameters();
        if (parameters != null && parameters.size() == 1 && parameters.getFirst() instanceof Column column) {
            return expressions.column(column);
        }
        throw Refusal.of(function.getName() + " of something else than a column");
    }

    private Tuple row(Function function) {
        List<Expression> members = arguments(function);
        Refusal.when(members.size() < 2, "a row of one value");
        return new Tuple(members);
    }

    private Expression character(Function function) {
        List<Expression> codes = arguments(function);
        List<Function.KeywordArgument> words = function.getKeywordArguments();
        if (words == null || words.isEmpty()) {
            return new Call(null, "char", false, codes);
        }
        boolean isUsing = words.size() == 1 && words.getFirst().getKeyword().equalsIgnoreCase("using");
        Refusal.when(!isUsing, "words in char");
        return new CharUsing(codes, name(words.getFirst().getExpression()));
    }

    /** A name that JSqlParser takes for a column, or a string. */
    private String name(net.sf.jsqlparser.expression.@Nullable Expression node) {
        return switch (node) {
            case Column column when column.getTable() == null && !pieces.isString(column.getColumnName()) ->
                    pieces.name(column.getColumnName());
            case null, default -> text(node);
        };
    }

    private String text(net.sf.jsqlparser.expression.@Nullable Expression node) {
        return switch (node) {
            case StringValue string -> pieces.string(string.toString());
            case Column column when pieces.isString(column.getColumnName()) -> pieces.string(column.getColumnName());
            case null, default -> throw Refusal.of("something else than a string");
        };
    }

    private Call timestamp(Function function, String name) {
        Refusal.any(function.getKeywordArguments(), "words in " + name);
        ExpressionList<?> parameters = Refusal.required(function.getParameters(), "unit of time");
        Refusal.when(parameters.size() != 3, name + " of other than three arguments");
        List<Expression> arguments = new ArrayList<>();
        arguments.add(new Word(IntervalConverter.unit(word(parameters.getFirst())).sql()));
        arguments.addAll(expressions.list(parameters.subList(1, 3)));
        return new Call(null, name, false, arguments);
    }

    /** A word of the grammar, which JSqlParser knows for a unit of time or takes for a column. */
    private static String word(net.sf.jsqlparser.expression.Expression node) {
        return switch (node) {
            case DateUnitExpression unit -> unit.getType().name();
            case Column column when column.getTable() == null -> column.getColumnName();
            default -> throw Refusal.of("something else than a word");
        };
    }

    /** The first argument is a word. */
    private Call getFormat(Function function, String name) {
        ExpressionList<?> parameters = Refusal.required(function.getParameters(), "type");
        Refusal.when(parameters.size() != 2, name + " of other than two arguments");
        String type = word(parameters.getFirst()).toLowerCase(Locale.ROOT);
        Refusal.when(!FORMAT_TYPES.contains(type), "the type " + type + " in " + name);
        return new Call(null, name, false, List.of(new Word(type), expressions.convert(parameters.get(1))));
    }

    private WeightString weightString(Function function, String name) {
        List<Expression> arguments = plain(function, name).arguments();
        Refusal.when(arguments.size() != 1, name + " of other than one argument");
        return new WeightString(arguments.getFirst(), null);
    }

    // functions that have a class of their own

    private GroupConcat groupConcat(Function function) {
        String separator = null;
        for (Function.KeywordArgument word : orEmpty(function.getKeywordArguments())) {
            Refusal.when(!word.getKeyword().equalsIgnoreCase("separator"), "words in group_concat");
            separator = text(word.getExpression());
        }
        List<Expression> arguments = arguments(function);
        Refusal.when(arguments.isEmpty(), "group_concat of nothing");
        List<OrderItem> orderBy = conversion.queries().orderBy(function.getOrderByElements());
        Limit limit = conversion.queries().surroundings().limit(function.getLimit(), null);
        return new GroupConcat(function.isDistinct(), arguments, orderBy, separator, limit);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    GroupConcat groupConcat(MySQLGroupConcat concat) {
        List<Expression> arguments = expressions.list(concat.getExpressionList());
        Refusal.when(arguments.isEmpty(), "group_concat of nothing");
        String separator = concat.getSeparator() == null ? null : pieces.string(concat.getSeparator());
        return new GroupConcat(concat.isDistinct(), arguments,
                conversion.queries().orderBy(concat.getOrderByElements()), separator, null);
    }

    Expression windowed(AnalyticExpression windowed) {
        return windows.convert(windowed);
    }

    Expression interval(IntervalExpression interval) {
        return intervals.convert(interval);
    }

    Extract extract(ExtractExpression extract) {
        return new Extract(IntervalConverter.unit(extract.getName()), expressions.convert(extract.getExpression()));
    }

    Cast cast(CastExpression cast) {
        Refusal.when(cast.isImplicitCast() || !"cast".equalsIgnoreCase(cast.keyword), "a cast that is no CAST");
        Refusal.present(cast.getFormat(), "FORMAT in CAST");
        Refusal.any(cast.getColumnDefinitions(), "CAST to a row");
        Expression operand = expressions.convert(cast.getLeftExpression());
        String type = Refusal.required(cast.getColDataType(), "type").toString();
        boolean array = type.toLowerCase(Locale.ROOT).endsWith(" array");
        DataType dataType = pieces.castType(array ? type.substring(0, type.length() - " array".length()) : type);
        return new Cast(operand, dataType, array);
    }

    /** {@code CONVERT(a, type)} is read with the type first, as other servers have it. */
    ConvertUsing transcode(TranscodingFunction convert) {
        Refusal.when(!convert.isTranscodeStyle(),
                "CONVERT(value, type), which JSqlParser reads as CONVERT(type, value)");
        Refusal.when(!"convert".equalsIgnoreCase(convert.getKeyword()), String.valueOf(convert.getKeyword()));
        return new ConvertUsing(expressions.convert(convert.getExpression()),
                pieces.alias(convert.getTranscodingName()));
    }

    Trim trim(TrimFunction trim) {
        Expression first = expressions.optional(trim.getExpression());
        Expression from = expressions.optional(trim.getFromExpression());
        Refusal.when(from != null && !trim.isUsingFromKeyword(), "TRIM with a comma");
        TrimSide side = side(trim.getTrimSpecification());
        return from == null
                ? new Trim(side, null, Refusal.required(first, "operand of TRIM"))
                : new Trim(side, first, from);
    }

    private static TrimSide side(TrimFunction.@Nullable TrimSpecification side) {
        return switch (side) {
            case LEADING -> TrimSide.LEADING;
            case TRAILING -> TrimSide.TRAILING;
            case BOTH -> TrimSide.BOTH;
            case null -> TrimSide.DEFAULT;
        };
    }

    Match match(FullTextSearch search) {
        List<Expression> columns = new ArrayList<>();
        search.getMatchColumns().forEach(column -> columns.add(expressions.column(column)));
        return new Match(columns, expressions.convert(search.getAgainstValue()), mode(search.getSearchModifier()));
    }

    private static MatchMode mode(@Nullable String modifier) {
        String clause = modifier == null ? "" : " " + modifier.toLowerCase(Locale.ROOT);
        for (MatchMode mode : MatchMode.values()) {
            if (mode.sql().equals(clause)) {
                return mode;
            }
        }
        throw Refusal.of("AGAINST" + clause);
    }
}

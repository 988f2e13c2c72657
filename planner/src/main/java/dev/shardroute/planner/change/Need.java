package dev.shardroute.planner.change;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.AssignVariable;
import dev.shardroute.sql.ast.Expression.Between;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Comparison;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.Default;
import dev.shardroute.sql.ast.Expression.Exists;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Interval;
import dev.shardroute.sql.ast.Expression.Introduced;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.MemberOf;
import dev.shardroute.sql.ast.Expression.Not;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Offset;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.QuantifiedComparison;
import dev.shardroute.sql.ast.Expression.Regexp;
import dev.shardroute.sql.ast.Expression.SoundsLike;
import dev.shardroute.sql.ast.Expression.Subquery;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expression.Word;
import dev.shardroute.sql.ast.Expression.Xor;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.CharUsing;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Extract;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import java.util.Locale;
import java.util.Set;

/** What an expression takes besides the row it is evaluated for and its own parts: the index of all kinds of expression. */
enum Need {
    /** Nothing. */
    NOTHING,
    /** All rows of a group. */
    GROUP,
    /** The rows around it. */
    WINDOW,
    /** The rows of another query. */
    QUERY,
    /** What the client did before. */
    SESSION;

    private static final Set<String> AGGREGATES = Set.of("any_value", "avg", "bit_and", "bit_or", "bit_xor", "count",
            "group_concat", "json_arrayagg", "json_objectagg", "max", "min", "st_collect", "std", "stddev",
            "stddev_pop",
            "stddev_samp", "sum", "var_pop", "var_samp", "variance");

    private static final Set<String> SESSION_FUNCTIONS =
            Set.of("connection_id", "current_role", "current_user", "database", "found_rows", "get_lock",
                    "is_free_lock",
                    "is_used_lock", "last_insert_id", "ps_current_thread_id", "release_all_locks", "release_lock",
                    "row_count", "schema", "session_user", "system_user", "user");

    /** What this expression needs, its parts left aside. */
    static Need of(Expression expression) {
        return switch (expression) {
            case Literal node -> NOTHING;
            case Introduced node -> NOTHING;
            case Null node -> NOTHING;
            case Bool node -> NOTHING;
            case Default node -> NOTHING;
            case Variable node -> NOTHING;
            case ListVariable node -> NOTHING;
            case UserVariable node -> SESSION;
            case SystemVariable node -> NOTHING;
            case AssignVariable node -> SESSION;
            case Column node -> NOTHING;
            case BoundColumn node -> NOTHING;
            case Offset node -> NOTHING;
            case Binary node -> NOTHING;
            case Comparison node -> NOTHING;
            case QuantifiedComparison node -> QUERY;
            case Like node -> NOTHING;
            case Regexp node -> NOTHING;
            case SoundsLike node -> NOTHING;
            case In node -> NOTHING;
            case Between node -> NOTHING;
            case Is node -> NOTHING;
            case MemberOf node -> NOTHING;
            case And node -> NOTHING;
            case Or node -> NOTHING;
            case Xor node -> NOTHING;
            case Not node -> NOTHING;
            case Unary node -> NOTHING;
            case Collate node -> NOTHING;
            case Tuple node -> NOTHING;
            case Subquery node -> QUERY;
            case Exists node -> QUERY;
            case Case node -> NOTHING;
            case Interval node -> NOTHING;
            case Word node -> NOTHING;
            case Call call -> of(call);
            case CountStar node -> GROUP;
            case InsertedValue node -> NOTHING;
            case SpecialForm form -> of(form);
        };
    }

    private static Need of(SpecialForm form) {
        return switch (form) {
            case Cast node -> NOTHING;
            case Convert node -> NOTHING;
            case ConvertUsing node -> NOTHING;
            case CharUsing node -> NOTHING;
            case Extract node -> NOTHING;
            case Trim node -> NOTHING;
            case WeightString node -> NOTHING;
            case GroupConcat node -> GROUP;
            case JsonValue node -> NOTHING;
            case Match node -> NOTHING;
            case Windowed node -> WINDOW;
        };
    }

    /** A function that MySQL does not have may be a loadable aggregate: its name is not known here. */
    private static Need of(Call call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        if (SESSION_FUNCTIONS.contains(name)) {
            return SESSION;
        }
        return call.distinct() || AGGREGATES.contains(name) ? GROUP : NOTHING;
    }
}

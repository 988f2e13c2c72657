package dev.shardroute.sql.function;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Node;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.function.SqlFunction.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of MySQL's functions. Those with a grammar of their own ({@code CAST}, {@code EXTRACT}) are part of it for
 * those who look a name up; in trees they are {@link dev.shardroute.sql.ast.SpecialForm}.
 *
 * <p>An entry is a name and the numbers of arguments: {@code 2-3}, {@code 1-n} for no bound. In front of the name a minus
 * marks what the gateway cannot evaluate, a tilde what is the same within a statement only, an exclamation mark what is not
 * even that. What the gateway evaluates is what Vitess's does.
 */
public final class Functions {
    private static final Set<String> LOCKS =
            Set.of("get_lock", "is_free_lock", "is_used_lock", "release_all_locks", "release_lock");
    private static final Map<String, SqlFunction> BY_NAME = new TreeMap<>();
    private static final Map<String, SqlFunction> INDEX;

    static {
        scalar(ResultRule.INTEGER, Nullability.ANY_ARGUMENT, """
                ascii:1 bit_count:1 bit_length:1 char_length:1 character_length:1 is_ipv4:1 is_ipv4_compat:1
                is_ipv4_mapped:1 is_ipv6:1 is_uuid:1 length:1 octet_length:1 ord:1 regexp_like:2-3 sign:1 strcmp:2
                -coercibility:1 -extract:1 -find_in_set:2 -json_overlaps:2 -json_valid:1""");
        scalar(ResultRule.INTEGER, Nullability.NEVER, "field:2-n interval:2-n isnull:1 -grouping:1-n");
        scalar(ResultRule.INTEGER, Nullability.ALWAYS, """
                day:1 dayofmonth:1 dayofweek:1 dayofyear:1 hour:1 instr:2 json_contains_path:3-n locate:2-3
                microsecond:1 minute:1 month:1 period_add:2 period_diff:2 quarter:1 regexp_instr:2-6 second:1
                time_to_sec:1 to_days:1 to_seconds:1 week:1-2 weekday:1 weekofyear:1 year:1 yearweek:1-2
                -datediff:2 -json_contains:2-3 -json_depth:1 -json_length:1-2 -json_storage_free:1
                -json_storage_size:1 -timestampdiff:3 -uncompressed_length:1 -validate_password_strength:1
                !-benchmark:2 !-get_lock:2 !-is_free_lock:1 !-is_used_lock:1 !-release_all_locks:0 !-release_lock:1
                !-row_count:0 !-sleep:1""");
        scalar(ResultRule.UNSIGNED, Nullability.ANY_ARGUMENT, """
                crc32:1 !last_insert_id:0-1 ~-connection_id:0 !-found_rows:0 !-uuid_short:0""");
        scalar(ResultRule.UNSIGNED, Nullability.ALWAYS, "inet_aton:1");
        scalar(ResultRule.DOUBLE, Nullability.ANY_ARGUMENT, """
                atan:1-2 atan2:2 cos:1 degrees:1 exp:1 pi:0 pow:2 power:2 radians:1 sin:1 tan:1 !-rand:0-1""");
        scalar(ResultRule.DOUBLE, Nullability.ALWAYS, "acos:1 asin:1 cot:1 ln:1 log:1-2 log10:1 log2:1 sqrt:1");
        scalar(ResultRule.NUMBER, Nullability.ANY_ARGUMENT, "abs:1 round:1-2 truncate:2");
        scalar(ResultRule.WHOLE_NUMBER, Nullability.ANY_ARGUMENT, "ceil:1 ceiling:1 floor:1");
        scalar(ResultRule.REMAINDER, Nullability.ALWAYS, "mod:2");
        scalar(ResultRule.BYTES, Nullability.ANY_ARGUMENT, "uuid_to_bin:1-2 weight_string:1 !random_bytes:1");
        scalar(ResultRule.BYTES, Nullability.NEVER, "char:1-n");
        scalar(ResultRule.BYTES, Nullability.ALWAYS, """
                from_base64:1 inet6_aton:1 unhex:1 -aes_decrypt:2-6 -aes_encrypt:2-6 -compress:1 -uncompress:1""");
        scalar(ResultRule.DATE, Nullability.ALWAYS, "date:1 from_days:1 last_day:1 makedate:2");
        scalar(ResultRule.DATE, Nullability.NEVER, "~curdate:0 ~current_date:0 ~utc_date:0");
        scalar(ResultRule.TIME, Nullability.ALWAYS, "maketime:3 sec_to_time:1 time:1 -timediff:2");
        scalar(ResultRule.DATETIME, Nullability.ALWAYS, "convert_tz:3 -timestamp:1-2");
        scalar(ResultRule.CLOCK_TIME, Nullability.NEVER, "~current_time:0-1 ~curtime:0-1 ~utc_time:0-1");
        scalar(ResultRule.CLOCK_DATETIME, Nullability.NEVER, """
                ~current_timestamp:0-1 ~localtime:0-1 ~localtimestamp:0-1 ~now:0-1 ~utc_timestamp:0-1
                !sysdate:0-1""");
        scalar(ResultRule.DATE_ARITHMETIC, Nullability.ALWAYS, """
                adddate:2 date_add:2 date_sub:2 subdate:2 timestampadd:3""");
        scalar(ResultRule.FROM_UNIXTIME, Nullability.ALWAYS, "~from_unixtime:1-2");
        scalar(ResultRule.UNIX_TIMESTAMP, Nullability.ANY_ARGUMENT, "~unix_timestamp:0-1");
        scalar(ResultRule.TEXT, Nullability.ANY_ARGUMENT, """
                bin_to_uuid:1-2 hex:1 md5:1 sha:1 sha1:1 sha2:2 to_base64:1 -quote:1 -soundex:1 -statement_digest:1
                -statement_digest_text:1""");
        scalar(ResultRule.TEXT, Nullability.ALWAYS, """
                bin:1 conv:3 inet6_ntoa:1 inet_ntoa:1 oct:1 space:1 ~date_format:2 ~monthname:1 ~-dayname:1
                -export_set:3-5 -format:2-3 -format_bytes:1 -format_pico_time:1 -get_format:2 -make_set:2-n
                -time_format:2 !-load_file:1""");
        scalar(ResultRule.SYSTEM_TEXT, Nullability.NEVER, """
                collation:1 ~current_user:0 ~session_user:0 ~system_user:0 ~user:0 ~version:0 !uuid:0 -charset:1
                ~-current_role:0 ~-roles_graphml:0 ~-icu_version:0""");
        scalar(ResultRule.SYSTEM_TEXT, Nullability.ALWAYS, "~database:0 ~schema:0");
        scalar(ResultRule.FIRST_TEXT, Nullability.ANY_ARGUMENT, """
                lcase:1 lower:1 ltrim:1 replace:3 reverse:1 rtrim:1 trim:1-2 ucase:1 upper:1 -substring_index:3""");
        scalar(ResultRule.FIRST_TEXT, Nullability.ALWAYS, """
                insert:4 left:2 lpad:3 mid:2-3 regexp_replace:3-6 regexp_substr:2-5 repeat:2 right:2 rpad:3
                substr:2-3 substring:2-3""");
        scalar(ResultRule.JOINED, Nullability.ANY_ARGUMENT, "concat:1-n");
        scalar(ResultRule.JOINED, Nullability.FIRST_ARGUMENT, "concat_ws:2-n");
        scalar(ResultRule.JOINED_REST, Nullability.ALWAYS, "elt:2-n");
        scalar(ResultRule.MERGED, Nullability.ALL_ARGUMENTS, "coalesce:1-n ifnull:2");
        scalar(ResultRule.MERGED_REST, Nullability.ANY_ARGUMENT, "if:3");
        scalar(ResultRule.FIRST, Nullability.ALWAYS, "nullif:2");
        scalar(ResultRule.EXTREME, Nullability.ANY_ARGUMENT, "greatest:2-n least:2-n");
        scalar(ResultRule.JSON, Nullability.NEVER, "json_array:0-n json_object:0-n");
        scalar(ResultRule.JSON, Nullability.ALWAYS, """
                json_extract:2-n json_keys:1-2 json_remove:2-n -json_array_append:3-n -json_array_insert:3-n
                -json_insert:3-n -json_merge:2-n -json_merge_patch:2-n -json_merge_preserve:2-n -json_replace:3-n
                -json_schema_valid:2 -json_schema_validation_report:2 -json_search:3-n -json_set:3-n""");
        scalar(ResultRule.JSON_TEXT, Nullability.ALWAYS, "json_unquote:1 -json_pretty:1 -json_quote:1 -json_type:1");
        scalar(ResultRule.UNKNOWN, Nullability.ALWAYS, """
                -addtime:2 -cast:1 -convert:1 -extractvalue:2 -gtid_subset:2 -gtid_subtract:2 -json_value:2 -match:1-n
                -name_const:2 -str_to_date:2 -subtime:2 -updatexml:3 ~-ps_current_thread_id:0 ~-ps_thread_id:1
                !-master_pos_wait:2-4 !-source_pos_wait:2-4 !-wait_for_executed_gtid_set:1-2
                !-wait_until_sql_thread_after_gtids:1-3""");
        scalar(ResultRule.UNKNOWN, Nullability.ALWAYS, """
                -geomcollection:0-n -geometrycollection:0-n -linestring:1-n -mbrcontains:2 -mbrcoveredby:2
                -mbrcovers:2 -mbrdisjoint:2 -mbrequals:2 -mbrintersects:2 -mbroverlaps:2 -mbrtouches:2 -mbrwithin:2
                -multilinestring:1-n -multipoint:1-n -multipolygon:1-n -point:2 -polygon:1-n -st_area:1
                -st_asbinary:1-2 -st_asgeojson:1-3 -st_astext:1-2 -st_buffer:2-5 -st_buffer_strategy:1-2
                -st_centroid:1 -st_contains:2 -st_convexhull:1 -st_crosses:2 -st_difference:2 -st_dimension:1
                -st_disjoint:2 -st_distance:2-3 -st_distance_sphere:2-3 -st_endpoint:1 -st_envelope:1 -st_equals:2
                -st_exteriorring:1 -st_geohash:2-3 -st_geometrycollectionfromtext:1-3
                -st_geometrycollectionfromwkb:1-3 -st_geometryfromtext:1-3 -st_geometryfromwkb:1-3 -st_geometryn:2
                -st_geometrytype:1 -st_geomfromgeojson:1-3 -st_interiorringn:2 -st_intersection:2 -st_intersects:2
                -st_isclosed:1 -st_isempty:1 -st_issimple:1 -st_isvalid:1 -st_latfromgeohash:1 -st_latitude:1-2
                -st_length:1-2 -st_linestringfromtext:1-3 -st_linestringfromwkb:1-3 -st_longfromgeohash:1
                -st_longitude:1-2 -st_makeenvelope:2 -st_multilinestringfromtext:1-3 -st_multilinestringfromwkb:1-3
                -st_multipointfromtext:1-3 -st_multipointfromwkb:1-3 -st_multipolygonfromtext:1-3
                -st_multipolygonfromwkb:1-3 -st_numgeometries:1 -st_numinteriorrings:1 -st_numpoints:1
                -st_overlaps:2 -st_pointfromgeohash:2 -st_pointfromtext:1-3 -st_pointfromwkb:1-3 -st_pointn:2
                -st_polygonfromtext:1-3 -st_polygonfromwkb:1-3 -st_simplify:2 -st_srid:1-2 -st_startpoint:1
                -st_swapxy:1 -st_symdifference:2 -st_touches:2 -st_transform:2 -st_union:2 -st_validate:1
                -st_within:2 -st_x:1-2 -st_y:1-2""");
        aggregate(ResultRule.INTEGER, Nullability.NEVER, "count:1-n");
        aggregate(ResultRule.SUM, Nullability.ALWAYS, "sum:1");
        aggregate(ResultRule.AVERAGE, Nullability.ALWAYS, "avg:1");
        // MySQL's any_value is none for MySQL itself, but the gateway takes one value of a group
        aggregate(ResultRule.FIRST, Nullability.ALWAYS, "any_value:1 max:1 min:1");
        aggregate(ResultRule.GROUP_CONCAT, Nullability.ALWAYS, "group_concat:1-n");
        aggregate(ResultRule.UNSIGNED, Nullability.NEVER, "-bit_and:1 -bit_or:1 -bit_xor:1");
        aggregate(ResultRule.DOUBLE, Nullability.ALWAYS, """
                -std:1 -stddev:1 -stddev_pop:1 -stddev_samp:1 -var_pop:1 -var_samp:1 -variance:1""");
        aggregate(ResultRule.JSON, Nullability.ALWAYS, "-json_arrayagg:1 -json_objectagg:2");
        aggregate(ResultRule.UNKNOWN, Nullability.ALWAYS, "-st_collect:1");
        window(ResultRule.INTEGER, Nullability.NEVER, "-dense_rank:0 -ntile:1 -rank:0 -row_number:0");
        window(ResultRule.DOUBLE, Nullability.NEVER, "-cume_dist:0 -percent_rank:0");
        window(ResultRule.FIRST, Nullability.ALWAYS, "-first_value:1 -lag:1-3 -last_value:1 -lead:1-3 -nth_value:2");
        INDEX = Map.copyOf(BY_NAME);
    }

    private Functions() {}

    /** The function called {@code name}, in any case; null where MySQL has none, as with stored and loadable functions. */
    public static @Nullable SqlFunction find(String name) {
        return INDEX.get(name.toLowerCase(Locale.ROOT));
    }

    /** The function that is called; null where MySQL has none, or it is one of a database. */
    public static @Nullable SqlFunction find(Call call) {
        return call.qualifier() == null ? find(call.name()) : null;
    }

    /** All functions, by name. */
    public static Collection<SqlFunction> all() {
        return Collections.unmodifiableCollection(BY_NAME.values());
    }

    /** True for the call of a function of locks with a name, which are those of one connection. */
    public static boolean isLock(Node node) {
        return node instanceof Call call && call.qualifier() == null
                && LOCKS.contains(call.name().toLowerCase(Locale.ROOT));
    }

    /**
     * True when the expression itself, not a part of it, is a call of an aggregate, be it without OVER. For the gateway
     * {@code ANY_VALUE} is one.
     */
    public static boolean isAggregate(Expression expression) {
        return switch (expression) {
            case Expression.CountStar count -> true;
            case GroupConcat concat -> true;
            case Call call -> isAggregate(find(call));
            default -> false;
        };
    }

    private static boolean isAggregate(@Nullable SqlFunction function) {
        return function != null && function.isAggregate();
    }

    private static void scalar(ResultRule result, Nullability nullability, String entries) {
        add(Kind.SCALAR, result, nullability, entries);
    }

    private static void aggregate(ResultRule result, Nullability nullability, String entries) {
        add(Kind.AGGREGATE, result, nullability, entries);
    }

    private static void window(ResultRule result, Nullability nullability, String entries) {
        add(Kind.WINDOW, result, nullability, entries);
    }

    private static void add(Kind kind, ResultRule result, Nullability nullability, String entries) {
        for (String entry : entries.split("\\s+", -1)) {
            String[] parts = entry.split(":", 2);
            int marks = 0;
            while (!Character.isLetter(parts[0].charAt(marks))) {
                marks++;
            }
            boolean isEvaluable = parts[0].lastIndexOf('-', marks) < 0;
            String name = parts[0].substring(marks);
            SqlFunction function = new SqlFunction(name, kind, least(parts[1]), most(parts[1]), stability(parts[0]),
                    isEvaluable, result, nullability);
            if (BY_NAME.put(name, function) != null) {
                throw ErrorCode.VT13001.error("two functions called " + name);
            }
        }
    }

    private static Stability stability(String entry) {
        return switch (entry.charAt(0)) {
            case '~' -> Stability.STATEMENT;
            case '!' -> Stability.VOLATILE;
            default -> Stability.DETERMINISTIC;
        };
    }

    private static int least(String range) {
        return range.charAt(0) - '0';
    }

    private static int most(String range) {
        char last = range.charAt(range.length() - 1);
        return last == 'n' ? Integer.MAX_VALUE : last - '0';
    }
}

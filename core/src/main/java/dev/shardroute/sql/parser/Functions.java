package dev.shardroute.sql.parser;

import dev.shardroute.sql.lex.Keyword;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of functions about which the grammar knows something: the canonical name, how many arguments, and which
 * have a grammar of their own. About every other function nothing is known, and its name stays as it is written.
 *
 * <p>An entry is a name, a slash and the canonical name where that is another, and the numbers of arguments: {@code 2-3},
 * {@code 1-n} for no bound, {@code 0-n*2} for pairs, nothing where the form says. A tilde before it keeps the name as it
 * is written; a plus lets the function stand without parentheses.
 */
final class Functions {
    private static final Map<Keyword, Function> BY_KEYWORD = new EnumMap<>(Keyword.class);

    static {
        plain("""
                any_value:1 +current_date:0 +current_user:0 curdate:0 database:0 ~grouping:1-n if:3 insert:4 left:2
                linestring:1-n locate:2-3 ltrim:1 mod:2 multilinestring:1-n multipoint:1-n multipolygon:1-n point:2
                polygon:1-n ~repeat:2 replace:3 right:2 rtrim:1 schema:0 +utc_date:0
                extractvalue:2 format_bytes:1 format_pico_time:1 get_lock:2 gtid_subset:2 gtid_subtract:2
                is_free_lock:1 is_used_lock:1 ps_current_thread_id:0 ps_thread_id:1 regexp_instr:2-6 regexp_like:2-3
                regexp_replace:3-6 regexp_substr:2-5 release_all_locks:0 release_lock:1 updatexml:3
                wait_for_executed_gtid_set:1-2 wait_until_sql_thread_after_gtids:1-3
                ~ascii:1 ~charset:1 ~coalesce:1-n ~collation:1 ~date:1 ~day:1 ~format:2-3 ~hour:1
                ~last_insert_id:0-1 ~microsecond:1 ~minute:1 ~month:1 ~quarter:1 ~second:1 ~time:1 ~timestamp:1-2
                ~truncate:2 ~user:0 ~week:1-2 ~year:1""");
        plain("""
                json_array:0-n json_array_append:3-n*2 json_array_insert:3-n*2 json_contains:2-3
                json_contains_path:3-n json_depth:1 json_extract:2-n json_insert:3-n*2 json_keys:1-2 json_length:1-2
                json_merge:2-n json_merge_patch:2-n json_merge_preserve:2-n json_object:0-n*2 json_overlaps:2
                json_pretty:1 json_quote:1 json_remove:2-n json_replace:3-n*2 json_schema_valid:2
                json_schema_validation_report:2 json_search:3-n json_set:3-n*2 json_storage_free:1 json_storage_size:1
                json_type:1 json_unquote:1 json_valid:1""");
        plain("""
                glength/st_length:1-2 isclosed/st_isclosed:1 numpoints/st_numpoints:1 pointn/st_pointn:2
                startpoint/st_startpoint:1 st_area:1 st_asbinary:1-2 st_asgeojson:1-3 st_astext:1-2
                st_aswkb/st_asbinary:1-2 st_aswkt/st_astext:1-2 st_centroid:1 st_dimension:1 st_endpoint:1
                st_envelope:1 st_exteriorring:1 st_geohash:2-3 st_geometryn:2 st_geometrytype:1
                st_geomfromgeojson:1-3 st_interiorringn/st_interiorringN:2 st_isclosed:1 st_isempty:1 st_issimple:1
                st_latfromgeohash:1 st_latitude:1-2 st_length:1-2 st_longfromgeohash:1 st_longitude:1-2
                st_numgeometries:1 st_numinteriorring/st_numinteriorrings:1 st_numinteriorrings:1 st_numpoints:1
                st_pointfromgeohash:2 st_pointn:2 st_startpoint:1 st_x:1-2 st_y:1-2""");
        plain("""
                st_geomcollfromtext/st_geometrycollectionfromtext:1-3
                st_geomcollfromtxt/st_geometrycollectionfromtext:1-3
                st_geomcollfromwkb/st_geometrycollectionfromwkb:1-3 st_geometrycollectionfromtext:1-3
                st_geometrycollectionfromwkb:1-3 st_geometryfromtext:1-3 st_geometryfromwkb:1-3
                st_geomfromtext/st_geometryfromtext:1-3 st_geomfromwkb/st_geometryfromwkb:1-3
                st_linefromtext/st_linestringfromtext:1-3 st_linefromwkb/st_linestringfromwkb:1-3
                st_linestringfromtext:1-3 st_linestringfromwkb:1-3 st_mlinefromtext/st_multilinestringfromtext:1-3
                st_mlinefromwkb/st_multilinestringfromwkb:1-3 st_mpointfromtext/st_multipointfromtext:1-3
                st_mpointfromwkb/st_multipointfromwkb:1-3 st_mpolyfromtext/st_multipolygonfromtext:1-3
                st_mpolyfromwkb/st_multipolygonfromwkb:1-3 st_multilinestringfromtext:1-3
                st_multilinestringfromwkb:1-3 st_multipointfromtext:1-3 st_multipointfromwkb:1-3
                st_multipolygonfromtext:1-3 st_multipolygonfromwkb:1-3 st_pointfromtext:1-3 st_pointfromwkb:1-3
                st_polyfromtext/st_polygonfromtext:1-3 st_polyfromwkb/st_polygonfromwkb:1-3 st_polygonfromtext:1-3
                st_polygonfromwkb:1-3""");
        add(FunctionForm.CLOCK, """
                +current_time +current_timestamp curtime +localtime +localtimestamp now sysdate +utc_time
                +utc_timestamp""");
        add(FunctionForm.AGGREGATE, """
                bit_and:1 bit_or:1 bit_xor:1 json_arrayagg:1 json_objectagg:2 std:1 stddev:1 stddev_pop:1
                stddev_samp:1 var_pop:1 var_samp:1 variance:1""");
        add(FunctionForm.DISTINCT_AGGREGATE, "avg:1 max:1 min:1 sum:1");
        add(FunctionForm.COUNT, "count:1");
        add(FunctionForm.WINDOW, "cume_dist:0 dense_rank:0 percent_rank:0 rank:0 row_number:0");
        add(FunctionForm.WINDOW_VALUE, "first_value:1 last_value:1");
        add(FunctionForm.WINDOW_OFFSET, "lag lead");
        add(FunctionForm.DATE_OR_DAYS, "adddate subdate");
        add(FunctionForm.DATE_INTERVAL, "date_add date_sub");
        add(FunctionForm.POSITION, "position/locate");
        add(FunctionForm.SUBSTRING, "mid/substr substr substring/substr");
        add(FunctionForm.TIMESTAMP_UNIT, "timestampadd timestampdiff");
        for (FunctionForm form : FunctionForm.values()) {
            addAlone(form);
        }
    }

    private Functions() {}

    /**
     * What the grammar knows of a function.
     *
     * @param form  how it is written
     * @param name  the canonical name; null where the name stays as it is written
     * @param bare  true when it may stand without parentheses
     * @param least how many arguments it takes at least
     * @param most  how many at most
     * @param step  2 where arguments come in pairs, otherwise 1
     */
    record Function(FunctionForm form, @Nullable String name, boolean bare, int least, int most, int step) {
        /** The name that canonical SQL writes for {@code written}. */
        String name(String written) {
            return name == null ? written : name;
        }

        boolean takes(int arguments) {
            return arguments >= least && arguments <= most && (arguments - least) % step == 0;
        }
    }

    /** The function that the keyword names, or null where nothing is known of it. */
    static @Nullable Function find(Keyword keyword) {
        return BY_KEYWORD.get(keyword);
    }

    private static void plain(String entries) {
        add(FunctionForm.PLAIN, entries);
    }

    private static void add(FunctionForm form, String entries) {
        for (String entry : entries.split("\\s+", -1)) {
            boolean asWritten = entry.startsWith("~");
            boolean bare = entry.startsWith("+");
            String[] parts = entry.substring(asWritten || bare ? 1 : 0).split(":", 2);
            String[] names = parts[0].split("/", 2);
            String name = asWritten ? null : names[names.length - 1];
            String range = parts.length == 1 ? "0-n" : parts[1];
            Keyword keyword = Keyword.valueOf(names[0].toUpperCase(Locale.ROOT));
            BY_KEYWORD.put(keyword, new Function(form, name, bare, least(range), most(range), step(range)));
        }
    }

    /** A form of one function has its name. */
    private static void addAlone(FunctionForm form) {
        switch (form) {
            case NTH_VALUE, NTILE, CAST, CHAR, CONVERT, EXTRACT, GROUP_CONCAT, JSON_VALUE, TRIM,
                    WEIGHT_STRING ->
                    add(form, form.name().toLowerCase(Locale.ROOT));
            default -> {
            }
        }
    }

    private static int least(String range) {
        return range.charAt(0) - '0';
    }

    private static int most(String range) {
        if (range.contains("n")) {
            return Integer.MAX_VALUE;
        }
        return range.charAt(range.length() - 1) - '0';
    }

    private static int step(String range) {
        return range.endsWith("*2") ? 2 : 1;
    }
}

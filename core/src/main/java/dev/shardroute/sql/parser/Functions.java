package dev.shardroute.sql.parser;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The catalogue of functions about which the grammar knows something: the canonical name, how many arguments, and which
 * have a grammar of their own. About every other function nothing is known, and its name stays as it is written.
 */
final class Functions {
    /** Reserved words that are functions when a parenthesis follows. */
    private static final Set<String> RESERVED = words("""
            current_date current_time current_timestamp current_user database grouping if insert left localtime
            localtimestamp mod repeat replace right schema utc_date utc_time utc_timestamp""");

    /** Functions that may stand without parentheses. */
    private static final Set<String> WITHOUT_PARENTHESES = words("""
            current_date current_time current_timestamp current_user localtime localtimestamp utc_date utc_time
            utc_timestamp""");

    /** Functions whose arguments have a grammar of their own. */
    private static final Set<String> SPECIAL = words("""
            adddate cast char convert date_add date_sub extract get_format group_concat json_table json_value match mid
            position row subdate substr substring timestampadd timestampdiff trim weight_string""");

    /** Functions that need OVER. */
    private static final Set<String> WINDOW = words("""
            cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number""");

    /** Functions of one argument, or of several where {@link #TWO_ARGUMENTS} or {@code COUNT(DISTINCT …)} say so. */
    private static final Set<String> AGGREGATES = words("""
            any_value avg bit_and bit_or bit_xor count json_arrayagg json_objectagg max min std stddev stddev_pop
            stddev_samp sum var_pop var_samp variance""");

    private static final Set<String> TWO_ARGUMENTS = words("json_objectagg");
    private static final Set<String> WITH_DISTINCT = words("avg count max min sum");

    /** The least and the greatest number of arguments; n for no bound. */
    private static final Map<String, String> JSON = entries("""
            json_array=0-n json_array_append=3-n json_array_insert=3-n json_contains=2-3 json_contains_path=3-n
            json_depth=1-1 json_extract=2-n json_insert=3-n json_keys=1-2 json_length=1-2 json_merge=2-n
            json_merge_patch=2-n json_merge_preserve=2-n json_object=0-n json_overlaps=2-2 json_pretty=1-1 json_quote=1-1
            json_remove=2-n json_replace=3-n json_schema_valid=2-2 json_schema_validation_report=2-2 json_search=3-n
            json_set=3-n json_storage_free=1-1 json_storage_size=1-1 json_type=1-1 json_unquote=1-1 json_valid=1-1""");

    /** Names that are the same function as another, whose name canonical SQL takes. */
    private static final Map<String, String> SYNONYMS = entries("""
            glength=st_length isclosed=st_isclosed numpoints=st_numpoints pointn=st_pointn startpoint=st_startpoint
            st_aswkb=st_asbinary st_aswkt=st_astext st_geomcollfromtext=st_geometrycollectionfromtext
            st_geomcollfromtxt=st_geometrycollectionfromtext st_geomcollfromwkb=st_geometrycollectionfromwkb
            st_geomfromtext=st_geometryfromtext st_geomfromwkb=st_geometryfromwkb
            st_linefromtext=st_linestringfromtext st_linefromwkb=st_linestringfromwkb
            st_mlinefromtext=st_multilinestringfromtext st_mlinefromwkb=st_multilinestringfromwkb
            st_mpointfromtext=st_multipointfromtext st_mpointfromwkb=st_multipointfromwkb
            st_mpolyfromtext=st_multipolygonfromtext st_mpolyfromwkb=st_multipolygonfromwkb
            st_interiorringn=st_interiorringN st_numinteriorring=st_numinteriorrings st_polyfromtext=st_polygonfromtext
            st_polyfromwkb=st_polygonfromwkb""");

    /** Other functions whose names canonical SQL writes in lower case. */
    private static final Set<String> LOWER_CASE = words("""
            curdate current_date current_time current_timestamp curtime database extractvalue format_bytes
            format_pico_time get_lock gtid_subset gtid_subtract if insert is_free_lock is_used_lock left linestring
            localtime localtimestamp locate ltrim mod multilinestring multipoint multipolygon now point polygon
            ps_current_thread_id ps_thread_id regexp_instr regexp_like regexp_replace regexp_substr release_all_locks
            release_lock replace right rtrim schema st_area st_asbinary st_asgeojson st_astext st_centroid st_dimension
            st_endpoint st_envelope st_exteriorring st_geohash st_geometrycollectionfromtext
            st_geometrycollectionfromwkb st_geometryfromtext st_geometryfromwkb st_geometryn st_geometrytype
            st_geomfromgeojson st_isclosed st_isempty st_issimple st_latfromgeohash st_latitude
            st_length st_linestringfromtext st_linestringfromwkb st_longfromgeohash st_longitude
            st_multilinestringfromtext st_multilinestringfromwkb st_multipointfromtext st_multipointfromwkb
            st_multipolygonfromtext st_multipolygonfromwkb st_numgeometries st_numinteriorrings st_numpoints
            st_pointfromgeohash st_pointfromtext st_pointfromwkb st_pointn st_polygonfromtext st_polygonfromwkb
            st_startpoint st_x st_y sysdate updatexml utc_date utc_time utc_timestamp wait_for_executed_gtid_set
            wait_until_sql_thread_after_gtids""");

    private Functions() {}

    static boolean isReserved(String lower) {
        return RESERVED.contains(lower);
    }

    static boolean standsAlone(String lower) {
        return WITHOUT_PARENTHESES.contains(lower);
    }

    static boolean isSpecial(String lower) {
        return SPECIAL.contains(lower);
    }

    static boolean isWindow(String lower) {
        return WINDOW.contains(lower);
    }

    static boolean takesDistinct(String lower) {
        return WITH_DISTINCT.contains(lower);
    }

    /** The name that canonical SQL writes for {@code name}, which may be in any case. */
    static String canonicalName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String synonym = SYNONYMS.get(lower);
        if (synonym != null) {
            return synonym;
        }
        boolean isKnown = LOWER_CASE.contains(lower) || AGGREGATES.contains(lower) || JSON.containsKey(lower);
        return isKnown ? lower : name;
    }

    /** True unless the function is known not to take that many arguments. */
    static boolean takes(String lower, int arguments, boolean distinct) {
        String range = JSON.get(lower);
        if (range != null) {
            return arguments >= range.charAt(0) - '0' && (range.endsWith("n") || arguments <= range.charAt(2) - '0');
        }
        if (!AGGREGATES.contains(lower)) {
            return true;
        }
        boolean several = distinct && lower.equals("count");
        return several ? arguments > 0 : arguments == (TWO_ARGUMENTS.contains(lower) ? 2 : 1);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split("\\s+")));
    }

    private static Map<String, String> entries(String text) {
        Map<String, String> entries = new HashMap<>();
        for (String entry : words(text)) {
            int sign = entry.indexOf('=');
            entries.put(entry.substring(0, sign), entry.substring(sign + 1));
        }
        return Map.copyOf(entries);
    }
}

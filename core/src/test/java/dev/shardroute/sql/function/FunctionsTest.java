package dev.shardroute.sql.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression.Call;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionsTest {
    private static SqlFunction function(String name) {
        return Objects.requireNonNull(Functions.find(name), name);
    }

    @Test
    void find_takesAnyCase() {
        assertEquals(function("concat_ws"), function("CONCAT_WS"));
        assertEquals("concat_ws", function("Concat_Ws").name());
    }

    @Test
    void find_knowsNoOther() {
        assertNull(Functions.find("no_such_function"));
        assertNull(Functions.find(""));
        assertNull(Functions.find(new Call("db", "concat", false, List.of())));
    }

    @Test
    void all_areFoundByTheirNames() {
        assertTrue(Functions.all().size() > 300);
        for (SqlFunction function : Functions.all()) {
            assertEquals(function, Functions.find(function.name()));
            assertEquals(function.name(), function.name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @CsvSource({"pi, 0, 0", "abs, 1, 1", "concat, 1, 2147483647", "regexp_instr, 2, 6", "now, 0, 1", "if, 3, 3"})
    void takes_asManyArgumentsAsMySql(String name, int least, int most) {
        SqlFunction function = function(name);
        assertEquals(least, function.least());
        assertEquals(most, function.most());
        assertFalse(function.takes(least - 1));
        assertTrue(function.takes(least));
        assertTrue(function.takes(most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            isnull ifnull nullif if coalesce greatest least collation bit_count hex unhex ceil ceiling floor abs pi acos asin
            atan atan2 cos cot sin tan degrees radians exp ln log log10 mod log2 pow power sign sqrt round truncate crc32 conv
            bin oct left right lpad rpad field elt lower lcase upper ucase char_length character_length length octet_length
            bit_length ascii reverse space ord repeat concat concat_ws from_base64 to_base64 curdate current_date utc_date
            date_format date dayofmonth day dayofweek dayofyear from_unixtime hour makedate maketime microsecond minute month
            monthname last_day to_days from_days sec_to_time time_to_sec to_seconds quarter second time unix_timestamp week
            weekday weekofyear year yearweek period_add period_diff inet_aton inet_ntoa inet6_aton inet6_ntoa is_ipv4
            is_ipv4_compat is_ipv4_mapped is_ipv6 bin_to_uuid is_uuid uuid uuid_to_bin user current_user session_user
            system_user database schema version md5 random_bytes sha1 sha sha2 convert_tz strcmp instr replace
            last_insert_id weight_string json_extract json_remove json_unquote json_object json_array json_contains_path
            json_keys now current_timestamp localtime localtimestamp utc_timestamp sysdate curtime current_time utc_time trim
            ltrim rtrim substr substring mid locate adddate subdate date_add date_sub timestampadd regexp_like regexp_instr
            regexp_substr regexp_replace insert char interval"""})
    void evaluable_isWhatVitessEvaluates(String names) {
        for (String name : names.split("\\s+", -1)) {
            assertTrue(function(name).isEvaluable(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rand", "sleep", "json_set", "aes_encrypt", "st_area", "row_number", "found_rows", "std"})
    void evaluable_isNotEverything(String name) {
        assertFalse(function(name).isEvaluable());
    }

    @ParameterizedTest
    @CsvSource({"concat, DETERMINISTIC", "now, STATEMENT", "database, STATEMENT", "rand, VOLATILE", "uuid, VOLATILE",
        "sysdate, VOLATILE", "last_insert_id, VOLATILE", "connection_id, STATEMENT", "get_lock, VOLATILE"})
    void stability_saysHowLongAResultHolds(String name, Stability stability) {
        assertEquals(stability, function(name).stability());
        assertEquals(stability == Stability.DETERMINISTIC, function(name).isDeterministic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"count(*)", "count(a)", "SUM(a)", "avg(distinct a)", "group_concat(a)", "any_value(a)",
        "bit_and(a)", "json_arrayagg(a)"})
    void aggregates_areKnownByTheirCalls(String sql) {
        assertTrue(Functions.isAggregate(Sql.expression(sql)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "abs(sum(a))", "sum(a) over ()", "rank() over ()", "db.sum(a)", "my_sum(a)"})
    void otherExpressions_areNoAggregates(String sql) {
        assertFalse(Functions.isAggregate(Sql.expression(sql)));
    }
}

package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.shardroute.sql.Sql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "select 'secret' from t",
        "select a from t where b = 'secret' and c in ('secret', 1) and d between 'secret' and 2",
        "select a from (select 'secret') as t",
        "select a from t where b = date'secret'",
        "select /* secret */ a from t",
        "select a from t order by field(a, 'secret')",
        "insert into t values ('secret')",
        "set @a = 'secret'",
        "set sql_mode = 'secret'",
        "prepare s from 'select secret'",
        "explain select 'secret' from t",
        "create user u identified by 'secret'",
        "create table t (a varchar(9) default 'secret' comment 'secret')",
        "load data infile 'secret' into table t"})
    void values_areHidden(String sql) {
        String redacted = Redaction.redact(Sql.statement(sql));
        assertFalse(redacted.contains("secret"), redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "select a from t where b = 5 and c = 5 | select a from t where b = :b /* INT64 */ and c = :b /* INT64 */",
        "select b, null, true from t | select b, null, true from t",
        "select /* c */ /*vt+ ALLOW_SCATTER */ a from t | select /*vt+ ALLOW_SCATTER */ a from t"})
    void whatIsNoValue_stays(String sql, String redacted) {
        assertEquals(redacted, Redaction.redact(Sql.statement(sql)));
    }
}

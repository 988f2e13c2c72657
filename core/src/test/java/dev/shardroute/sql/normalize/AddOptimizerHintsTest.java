package dev.shardroute.sql.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddOptimizerHintsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "select a from t                    | select /*+ A(b) */ a from t",
        "select /* c */ a from t            | select /*+ A(b) */ /* c */ a from t",
        "select /*+ C(d) */ a from t        | select /*+ C(d) A(b) */ a from t",
        "select /* c */ /*+ C(d) */ a from t| select /*+ C(d) A(b) */ /* c */ a from t",
        "select /*+ A(b) */ a from t        | select /*+ A(b) */ a from t",
        "insert into t values (1)           | insert /*+ A(b) */ into t values (1)",
        "update t set a = 1                 | update /*+ A(b) */ t set a = 1",
        "delete from t                      | delete /*+ A(b) */ from t",
        "select 1 union select 2            | select /*+ A(b) */ 1 from dual union select /*+ A(b) */ 2 from dual",
        "set @a = 1                         | set @a = 1"})
    void hint_comesFirst(String before, String after) {
        NormalizerOptions options = NormalizerOptions.builder().parameterize(false).hint("A(b)").build();
        assertEquals(after, Rewrites.rewritten(before, options));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "delete from t | delete /*+ SET_VAR(foreign_key_checks=Off) */ from t",
        "delete /*+ C(d) */ from t | delete /*+ C(d) SET_VAR(foreign_key_checks=Off) */ from t",
        "delete /*+ SET_VAR(foreign_key_checks=1) */ from t | delete /*+ SET_VAR(foreign_key_checks=Off) */ from t"})
    void foreignKeyChecks_areSet(String before, String after) {
        NormalizerOptions options = NormalizerOptions.builder().parameterize(false).foreignKeyChecks(false).build();
        assertEquals(after, Rewrites.rewritten(before, options));
    }

    @Test
    void both_areOneComment() {
        NormalizerOptions options =
                NormalizerOptions.builder().parameterize(false).hint("A(b)").foreignKeyChecks(true).build();
        assertEquals("delete /*+ A(b) SET_VAR(foreign_key_checks=On) */ from t",
                Rewrites.rewritten("delete from t", options));
    }
}

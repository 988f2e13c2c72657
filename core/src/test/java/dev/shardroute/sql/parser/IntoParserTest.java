package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.refused;
import static dev.shardroute.sql.Sql.statement;
import static dev.shardroute.sql.Sql.syntaxError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.FileFormat;
import dev.shardroute.sql.ast.FileFormat.Kind;
import dev.shardroute.sql.ast.FileFormat.Option;
import dev.shardroute.sql.ast.Into;
import dev.shardroute.sql.ast.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntoParserTest {
    @Test
    void variables_areOfTheUserOrOfAProcedure() {
        assertEquals(new Into.Variables(List.of(new UserVariable("a"), new Column(null, "b"))), into("into @a, b"));
    }

    @Test
    void dumpfile_isAFile() {
        assertEquals(new Into.Dumpfile("x"), into("into dumpfile 'x'"));
    }

    @Test
    void outfile_hasAllItsParts() {
        assertEquals(new Into.Outfile(false, "x", null, Into.Csv.NONE, FileFormat.DEFAULT, null, null),
                into("into outfile 'x'"));
        FileFormat format = new FileFormat(
                List.of(new Option(Kind.TERMINATED, ","), new Option(Kind.OPTIONALLY_ENCLOSED, "\""),
                        new Option(Kind.ESCAPED, "\\"), new Option(Kind.ENCLOSED, "'")),
                List.of(new Option(Kind.STARTING, ">"), new Option(Kind.TERMINATED, "\n")));
        assertEquals(new Into.Outfile(false, "x", "utf8mb4", Into.Csv.NONE, format, null, null),
                into("into outfile 'x' character set utf8mb4 fields terminated by ',' optionally enclosed by '\"'"
                        + " escaped by '\\\\' enclosed by '\\'' lines starting by '>' terminated by '\\n'"));
    }

    @Test
    void outfileOfS3_hasMore() {
        assertEquals(new Into.Outfile(true, "x", "binary", Into.Csv.CSV_HEADER,
                new FileFormat(List.of(), List.of(new Option(Kind.TERMINATED, "\n"))), true, false),
                into("into outfile s3 'x' charset binary format csv header lines terminated by '\\n' manifest on"
                        + " overwrite off"));
        assertEquals(new Into.Outfile(true, "x", null, Into.Csv.TEXT, FileFormat.DEFAULT, null, true),
                into("into outfile s3 'x' format text overwrite on"));
    }

    @Test
    void into_standsAtThreePlaces() {
        Select select = (Select) statement("select a from t where b order by c limit 1 for update into @a");
        assertEquals(select, statement("select a from t where b order by c limit 1 into @a for update"));
        assertEquals(select, statement("select a into @a from t where b order by c limit 1 for update"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"into", "into @a,", "into 'x'", "into @@a", "into :a", "into select", "into connection",
        "into dumpfile x", "into dumpfile 'x' fields terminated by ','", "into outfile", "into outfile x",
        "into outfile 'x' fields", "into outfile 'x' lines", "into outfile 'x' fields terminated ','",
        "into outfile 'x' lines enclosed by ','", "into outfile 'x' fields starting by ','",
        "into outfile 'x' lines terminated by ',' fields terminated by ','", "into outfile 'x' character utf8mb4",
        "into outfile 'x' format csv", "into outfile 'x' overwrite on", "into outfile s3 'x' overwrite",
        "into outfile s3 'x' format", "into outfile s3 'x' overwrite on manifest on", "into @a where b",
        "into @a order by b", "into @a limit 1", "into @a into @b", "into @a for update into @b"})
    void malformedInto_isRefused(String into) {
        syntaxError("select a from t " + into);
    }

    @Test
    void into_isSaidOnce() {
        syntaxError("select a into @a from t into @b");
    }

    @Test
    void numbersForTexts_areRefused() {
        assertEquals(ErrorCode.VT12001, refused("select 1 into outfile 'x' fields terminated by 0x09").code());
    }

    private static @Nullable Into into(String into) {
        return ((Select) statement("select a from t " + into)).into();
    }
}

package dev.shardroute.sql.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.BoundColumn;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.Expressions;
import dev.shardroute.sql.ast.VariableType;
import dev.shardroute.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TyperTest {
    private static final Map<String, ExpressionType> COLUMNS = Map.ofEntries(
            Map.entry("i", ExpressionType.of(Type.INT64)),
            Map.entry("tiny", ExpressionType.of(Type.INT8)),
            Map.entry("id", ExpressionType.of(Type.INT64).withNullable(false)),
            Map.entry("u", ExpressionType.of(Type.UINT64)),
            Map.entry("u32", ExpressionType.of(Type.UINT32)),
            Map.entry("f", ExpressionType.of(Type.FLOAT64)),
            Map.entry("f32", ExpressionType.of(Type.FLOAT32)),
            Map.entry("d", new ExpressionType(Type.DECIMAL, Collations.BINARY, true, 10, 2)),
            Map.entry("e", new ExpressionType(Type.DECIMAL, Collations.BINARY, true, 6, 4)),
            Map.entry("day", ExpressionType.of(Type.DATE)),
            Map.entry("moment", new ExpressionType(Type.DATETIME, Collations.BINARY, true, 0, 3)),
            Map.entry("clock", ExpressionType.of(Type.TIME)),
            Map.entry("y", ExpressionType.of(Type.YEAR)),
            Map.entry("s", ExpressionType.of(Type.VARCHAR, "latin1_swedish_ci")),
            Map.entry("l1", ExpressionType.of(Type.VARCHAR, "latin1_german1_ci")),
            Map.entry("l1bin", ExpressionType.of(Type.VARCHAR, "latin1_bin")),
            Map.entry("wide", ExpressionType.of(Type.VARCHAR, "utf8mb4_unicode_ci")),
            Map.entry("txt", ExpressionType.of(Type.TEXT, "utf8mb4_unicode_ci")),
            Map.entry("enu", ExpressionType.of(Type.ENUM, "utf8mb4_unicode_ci")),
            Map.entry("b", ExpressionType.of(Type.VARBINARY)),
            Map.entry("blo", ExpressionType.of(Type.BLOB)),
            Map.entry("bits", ExpressionType.of(Type.BIT)),
            Map.entry("j", ExpressionType.of(Type.JSON)));
    private static final Typer TYPER =
            new Typer(column -> Optional.ofNullable(COLUMNS.get(column.column().name())));

    private static Expression bound(String sql) {
        return Expressions.rewrite(Sql.expression(sql),
                part -> part instanceof Column column ? new BoundColumn(column, 0) : part);
    }

    private static String type(String sql) {
        return TYPER.typeOf(bound(sql)).map(TyperTest::print).orElse("unknown");
    }

    /** The type, its scale if it has one, its collation if it is a text, and a question mark where it may be NULL. */
    private static String print(ExpressionType type) {
        String scale = type.scale() == 0 ? "" : "." + type.scale();
        String collation =
                type.type().kind() == Type.Kind.TEXT && type.type() != Type.JSON ? " " + type.collation() : "";
        return type.type() + scale + (type.nullable() ? "?" : "") + collation;
    }

    // Leaves

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            1                          => INT64
            18446744073709551615       => UINT64
            1.50                       => DECIMAL.2
            1e0                        => FLOAT64
            'a'                        => VARCHAR utf8mb4_0900_ai_ci
            _latin1'a'                 => VARCHAR latin1_swedish_ci
            N'a'                       => VARCHAR utf8mb3_general_ci
            _binary'a'                 => VARBINARY
            0x41                       => VARBINARY
            date'2026-11-24'           => DATE
            timestamp'2026-11-24 1:2:3.456' => DATETIME.3
            null                       => NULL?
            true                       => INT64
            tiny                       => INT8?
            id                        => INT64
            s                          => VARCHAR? latin1_swedish_ci
            """)
    void leaf_hasItsType(String sql, String type) {
        assertEquals(type, type(sql));
    }

    @Test
    void variable_hasTheTypeThatItBrings() {
        assertEquals("unknown", type(":v"));
        assertEquals("DECIMAL.2?", print(new VariableType(Type.DECIMAL, 5, 2)));
        assertEquals("DATETIME.3?", print(new VariableType(Type.DATETIME, 3, 0)));
        assertEquals("VARCHAR? utf8mb4_0900_ai_ci", print(VariableType.of(Type.VARCHAR)));
        assertEquals("VARBINARY?", print(VariableType.of(Type.HEXNUM)));
        assertEquals("INT64?", print(VariableType.of(Type.INT64)));
    }

    private static String print(VariableType type) {
        return TYPER.typeOf(new Variable("v", type)).map(TyperTest::print).orElse("unknown");
    }

    // Arithmetic

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            i + 1                      => INT64?
            id + 1                    => INT64
            i + u                      => UINT64?
            i - u32                    => UINT64?
            i + d                      => DECIMAL.2?
            d + e                      => DECIMAL.4?
            d * e                      => DECIMAL.6?
            d * f                      => FLOAT64?
            i + f32                    => FLOAT64?
            i + '1'                    => FLOAT64?
            i + s                      => FLOAT64?
            i + j                      => FLOAT64?
            id / 2                    => DECIMAL.4?
            d / 2                      => DECIMAL.6?
            f / 2                      => FLOAT64?
            i div 2                    => INT64?
            u div 2                    => UINT64?
            d div 2                    => INT64?
            i % u                      => INT64?
            u % i                      => UINT64?
            d % e                      => DECIMAL.4?
            y + 1                      => UINT64?
            bits + 1                   => UINT64?
            0x41 + 1                   => UINT64
            day + 0                    => INT64?
            moment + 0                 => DECIMAL.3?
            -i                         => INT64?
            -u                         => INT64?
            -d                         => DECIMAL.2?
            -s                         => FLOAT64?
            -0x41                      => FLOAT64
            ~i                         => UINT64?
            ~b                         => VARBINARY?
            !i                         => INT64?
            i & 1                      => UINT64?
            b | b                      => VARBINARY?
            b | 0x41                   => VARBINARY?
            0x41 | 0x42                => UINT64
            s ^ s                      => UINT64?
            b << 1                     => VARBINARY?
            i >> 1                     => UINT64?
            """)
    void arithmetic_hasTheTypeOfItsOperands(String sql, String type) {
        assertEquals(type, type(sql));
    }

    @Test
    void decimals_haveAPrecision() {
        assertEquals(13, TYPER.typeOf(bound("d + e")).orElseThrow().size());
        assertEquals(16, TYPER.typeOf(bound("d * e")).orElseThrow().size());
        assertEquals(0, TYPER.typeOf(bound("d + i")).orElseThrow().size(), "that of an integer is not known");
    }

    // Conditions

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            id = 1                    => INT64
            i = 1                      => INT64?
            i <=> 1                    => INT64
            (id, 1) = (1, 2)          => INT64?
            i in (1, 2)                => INT64?
            i in ::list                => INT64?
            i between 1 and 2          => INT64?
            s like 'a%'                => INT64?
            s regexp 'a'               => INT64?
            i is null                  => INT64
            i is not true              => INT64
            i and id or not s         => INT64?
            i xor 1                    => INT64?
            """)
    void condition_isAnInteger(String sql, String type) {
        assertEquals(type, type(sql));
    }

    // Merged types

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            case when i then 1 else 2 end        => INT64
            case when i then 1 end               => INT64?
            case i when 1 then 1 else 2.5 end    => DECIMAL.1
            case when i then tiny else tiny end  => INT8?
            if(i, tiny, u32)                     => INT64?
            if(i, i, u)                          => DECIMAL?
            if(i, u, u32)                        => UINT64?
            if(i, u, f)                          => FLOAT64?
            if(i, y, y)                          => YEAR?
            if(i, y, tiny)                       => INT32?
            if(i, 1, 'a')                        => VARCHAR utf8mb4_0900_ai_ci
            if(i, s, b)                          => VARBINARY?
            if(i, txt, s)                        => TEXT? utf8mb4_unicode_ci
            if(i, txt, blo)                      => BLOB?
            if(i, day, day)                      => DATE?
            if(i, day, moment)                   => DATETIME.3?
            if(i, day, 1)                        => VARCHAR? utf8mb4_0900_ai_ci
            if(i, null, null)                    => NULL?
            if(i, j, j)                          => JSON?
            coalesce(i, 1)                       => INT64
            coalesce(i, d)                       => DECIMAL.2?
            ifnull(s, 'x')                       => VARCHAR latin1_swedish_ci
            nullif(id, 1)                       => INT64?
            if(i, enu, enu)                      => VARCHAR? utf8mb4_unicode_ci
            """)
    void choice_hasTheTypeOfAllItsResults(String sql, String type) {
        assertEquals(type, type(sql));
    }

    @Test
    void merge_isThatOfUnions() {
        List<ExpressionType> types = List.of(ExpressionType.of(Type.INT8), ExpressionType.of(Type.UINT8));
        assertEquals("INT16?", Typer.merge(types, Collations.DEFAULT).map(TyperTest::print).orElseThrow());
        assertEquals(Optional.empty(), Typer.merge(List.of(), Collations.DEFAULT));
    }

    // Collations

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            concat(s, 'x')                          => VARCHAR? latin1_swedish_ci
            concat(s, s)                            => VARCHAR? latin1_swedish_ci
            concat(s, l1)                           => VARCHAR? latin1_bin
            concat(s, l1bin)                        => VARCHAR? latin1_bin
            concat(s, wide)                         => VARCHAR? utf8mb4_unicode_ci
            concat(wide, 1, 'x')                    => VARCHAR? utf8mb4_unicode_ci
            concat(1, 2)                            => VARCHAR utf8mb4_0900_ai_ci
            concat(wide, txt)                       => TEXT? utf8mb4_unicode_ci
            concat(s, b)                            => VARBINARY?
            concat('x', b)                          => VARBINARY?
            concat(wide, version())                 => VARCHAR? utf8mb4_unicode_ci
            s collate latin1_bin                    => VARCHAR? latin1_bin
            concat(s collate latin1_bin, l1)        => VARCHAR? latin1_bin
            concat('a' collate utf8mb4_bin, 'b' collate utf8mb4_0900_ai_ci) => VARCHAR null
            1 collate utf8mb4_bin                   => VARCHAR utf8mb4_bin
            upper(s)                                => VARCHAR? latin1_swedish_ci
            left(b, 2)                              => VARBINARY?
            left(i, 2)                              => VARCHAR? utf8mb4_0900_ai_ci
            trim(both 'x' from s)                   => VARCHAR? latin1_swedish_ci
            elt(1, s, 'x')                          => VARCHAR? latin1_swedish_ci
            convert(s using utf8mb4)                => VARCHAR? utf8mb4_0900_ai_ci
            char(65 using latin1)                   => VARCHAR? latin1_swedish_ci
            user()                                  => VARCHAR utf8mb3_general_ci
            hex(b)                                  => VARCHAR? utf8mb4_0900_ai_ci
            greatest(s, 'a')                        => VARCHAR? latin1_swedish_ci
            """)
    void text_hasTheCollationThatCounts(String sql, String type) {
        assertEquals(type, type(sql));
    }

    // Casts

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            cast(s as signed)                     => INT64?
            cast(s as unsigned)                   => UINT64?
            cast(s as decimal)                    => DECIMAL?
            cast(s as decimal(6,3))               => DECIMAL.3?
            cast(s as double)                     => FLOAT64?
            cast(s as float)                      => FLOAT32?
            cast(s as date)                       => DATE?
            cast(s as datetime(6))                => DATETIME.6?
            cast(s as time)                       => TIME?
            cast(s as year)                       => YEAR?
            cast(s as json)                       => JSON?
            cast(s as binary(4))                  => VARBINARY?
            cast(i as char)                       => VARCHAR? utf8mb4_0900_ai_ci
            cast(j as char)                       => TEXT? utf8mb4_0900_ai_ci
            cast(i as char character set latin1)  => VARCHAR? latin1_swedish_ci
            cast(i as char binary)                => VARCHAR? utf8mb4_bin
            convert(i, nchar)                     => VARCHAR? utf8mb3_general_ci
            binary s                              => VARBINARY?
            """)
    void cast_isWhatItSays(String sql, String type) {
        assertEquals(type, type(sql));
    }

    // Functions

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            length(s)                             => INT64?
            isnull(s)                             => INT64
            pi()                                  => FLOAT64
            sqrt(4)                               => FLOAT64?
            abs(i)                                => INT64?
            abs(d)                                => DECIMAL.2?
            abs(s)                                => FLOAT64?
            floor(d)                              => INT64?
            ceil(f)                               => FLOAT64?
            mod(i, 2)                             => INT64?
            greatest(i, 1)                        => INT64?
            greatest(i, u)                        => DECIMAL?
            least(i, 1.5)                         => DECIMAL.1?
            least(i, 1e0)                         => FLOAT64?
            least(day, moment)                    => DATETIME.3?
            greatest(tiny, tiny)                  => INT64?
            now()                                 => DATETIME
            now(3)                                => DATETIME.3
            curtime(2)                            => TIME.2
            curdate()                             => DATE
            date(s)                               => DATE?
            time(moment)                          => TIME.3?
            day + interval 1 day                  => DATE?
            day + interval 1 hour                 => DATETIME?
            day - interval '1 1' day_hour         => DATETIME?
            moment + interval 1 day               => DATETIME.3?
            moment + interval 1 microsecond       => DATETIME.6?
            clock + interval 1 hour               => TIME?
            clock + interval 1 day                => DATETIME?
            date_add(s, interval 1 day)           => VARCHAR? utf8mb4_0900_ai_ci
            adddate(day, 3)                       => DATE?
            timestampadd(hour, 1, day)            => DATETIME?
            from_unixtime(i)                      => DATETIME?
            from_unixtime(i, '%Y')                => VARCHAR? utf8mb4_0900_ai_ci
            unix_timestamp()                      => INT64
            unix_timestamp(moment)                => DECIMAL.3?
            unhex(s)                              => VARBINARY?
            json_extract(j, '$.a')                => JSON?
            j ->> '$.a'                           => TEXT? utf8mb4_bin
            json_value(j, '$.a' returning signed) => INT64?
            extract(year from day)                => INT64?
            match(s) against ('x')                => FLOAT64
            weight_string(unknown)                => VARBINARY?
            """)
    void function_hasTheTypeOfItsRule(String sql, String type) {
        assertEquals(type, type(sql));
    }

    // Aggregates and windows

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            count(*)                              => INT64
            count(unknown)                        => INT64
            count(distinct i, s)                  => INT64
            sum(i)                                => DECIMAL?
            sum(d)                                => DECIMAL.2?
            sum(f)                                => FLOAT64?
            sum(s)                                => FLOAT64?
            avg(i)                                => DECIMAL.4?
            avg(d)                                => DECIMAL.6?
            avg(f)                                => FLOAT64?
            min(s)                                => VARCHAR? latin1_swedish_ci
            max(id)                              => INT64?
            any_value(day)                        => DATE?
            group_concat(s)                       => TEXT? latin1_swedish_ci
            group_concat(b)                       => BLOB?
            bit_or(i)                             => UINT64
            std(i)                                => FLOAT64?
            sum(i) over ()                        => DECIMAL?
            row_number() over ()                  => INT64
            cume_dist() over (order by unknown)   => FLOAT64
            lag(s) over ()                        => VARCHAR? latin1_swedish_ci
            count(*) + 1                          => INT64
            sum(i) / count(*)                     => DECIMAL.4?
            """)
    void aggregate_hasTheTypeOfItsRule(String sql, String type) {
        assertEquals(type, type(sql));
    }

    // What is not known

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "unknown + 1", "unknown = 1", "concat('a', unknown)",
        "cast(unknown as datetime)",
        "case when unknown then 1 else 2 end", "sum(unknown) + 1", "max(unknown)", "(select 1)", "exists (select 1)",
        "i in (select 1)", "i = any (select 1)", "(i, i)", "@a", "@@sql_mode", "my_function(i)", "db.abs(i)",
        "abs(i, i)", "i collate klingon_ci", "convert(i using klingon)", "(i, unknown) = (1, 2)",
        "str_to_date(s, '%Y')"})
    void type_isUnknownWhereAPartIs(String sql) {
        assertEquals("unknown", type(sql));
        assertTrue(TYPER.needsWeightString(bound(sql)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"i", "i + 1", "wide", "s", "'a'", "b", "moment", "weight_string(unknown)", "count(unknown)"})
    void weightString_isNotNeeded(String sql) {
        assertFalse(TYPER.needsWeightString(bound(sql)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(unknown)", "avg(unknown)", "sum(distinct unknown)", "sum(unknown) over ()", "total"})
    void sumOfWhatIsNotKnown_isANumberOfTheRows(String sql) {
        Typer typer = new Typer(column -> column.column().name().equals("total")
                ? Optional.of(ExpressionType.of(Type.EXPRESSION, Collations.DEFAULT))
                : Optional.empty());
        assertEquals(Optional.empty(), typer.typeOf(bound(sql)));
        assertEquals(Optional.of(ExpressionType.of(Type.EXPRESSION, Collations.DEFAULT)), typer.keyTypeOf(bound(sql)));
        assertFalse(typer.needsWeightString(bound(sql)));
        assertTrue(typer.needsWeightString(bound(sql + " + 1")));
    }

    @ParameterizedTest
    @CsvSource({"sum(i), DECIMAL", "max(s), VARCHAR", "count(*), INT64"})
    void keyType_isTheTypeWhereThatIsKnown(String sql, Type type) {
        assertEquals(type, TYPER.keyTypeOf(bound(sql)).orElseThrow().type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"max(unknown)", "unknown", "group_concat(unknown)", "sum(unknown) * count(*)"})
    void keyType_ofAnythingElse_isNotKnown(String sql) {
        assertEquals(Optional.empty(), TYPER.keyTypeOf(bound(sql)));
    }

    @Test
    void connection_decidesTheCollationOfLiterals() {
        Typer typer = new Typer(column -> Optional.empty(), "latin1_swedish_ci");
        assertEquals("VARCHAR latin1_swedish_ci", typer.typeOf(bound("'a'")).map(TyperTest::print).orElseThrow());
        assertEquals("VARCHAR? latin1_bin",
                typer.typeOf(bound("cast(1 as char binary)")).map(TyperTest::print).orElseThrow());
    }
}

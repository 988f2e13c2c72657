package dev.shardroute.sql.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.sql.Sql;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConstantsTest {
    private static String fold(String sql) {
        return Constants.fold(Sql.expression(sql)).map(Value::toString).orElse("not folded");
    }

    // Literals

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            42                         => INT64(42)
            007                        => INT64(7)
            -0                         => INT64(0)
            18446744073709551615       => UINT64(18446744073709551615)
            18446744073709551616       => DECIMAL(18446744073709551616)
            1.50                       => DECIMAL(1.50)
            .5                         => DECIMAL(0.5)
            1.5e3                      => FLOAT64(1500)
            'a'                        => VARCHAR("a")
            N'a'                       => VARCHAR("a")
            _utf8mb4 0x41              => VARCHAR("A")
            _binary'a'                 => VARBINARY("a")
            0x1F                       => HEXNUM(0x1F)
            null                       => NULL
            true                       => INT64(1)
            false                      => INT64(0)
            date'2026-11-24'           => DATE("2026-11-24")
            timestamp'2026-11-24 01:02:03.40' => DATETIME("2026-11-24 01:02:03.40")
            time'-12:34:56'            => TIME("-12:34:56")
            """)
    void literal_isItsOwnValue(String sql, String value) {
        assertEquals(value, fold(sql));
    }

    // Arithmetic

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            1 + 1                                  => INT64(2)
            1 - 2                                  => INT64(-1)
            9223372036854775807 + 1                => not folded
            -9223372036854775808 - 1               => not folded
            18446744073709551615 + 0               => UINT64(18446744073709551615)
            18446744073709551615 + 1               => not folded
            18446744073709551615 - 18446744073709551614 => UINT64(1)
            9223372036854775808 - 9223372036854775809 => not folded
            4294967296 * 4294967296                => not folded
            9223372036854775808 * 1                => UINT64(9223372036854775808)
            9223372036854775808 * -1               => not folded
            1.5 + 1                                => DECIMAL(2.5)
            1.25 * 1.5                             => DECIMAL(1.875)
            1.50 - 1.5                             => DECIMAL(0.00)
            1e0 + 1                                => FLOAT64(2)
            1e308 * 10                             => not folded
            '1' + 1                                => FLOAT64(2)
            '12abc' + 0                            => FLOAT64(12)
            ' 1.5e1x' + 0                          => FLOAT64(15)
            'abc' + 1                              => FLOAT64(1)
            0x0A + 1                               => UINT64(11)
            10 / 4                                 => DECIMAL(2.5000)
            1 / 3                                  => not folded
            1 / 0                                  => NULL
            1e0 / 4                                => FLOAT64(0.25)
            7 div 2                                => INT64(3)
            -7 div 2                               => INT64(-3)
            7 div 0                                => NULL
            7.5 div 2                              => INT64(3)
            '7' div 2                              => INT64(3)
            -9223372036854775808 div -1            => not folded
            7 % 3                                  => INT64(1)
            -7 % 3                                 => INT64(-1)
            7 % 0                                  => NULL
            7.5 % 2                                => DECIMAL(1.5)
            -9223372036854775808 % -1              => INT64(0)
            null + 1                               => NULL
            -(1)                                   => INT64(-1)
            -(-9223372036854775808)                => DECIMAL(9223372036854775808)
            -18446744073709551615                  => DECIMAL(-18446744073709551615)
            -'5'                                   => FLOAT64(-5)
            date'2026-11-24' + 0                   => not folded
            """)
    void arithmetic_isThatOfMySql(String sql, String value) {
        assertEquals(value, fold(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            5 & 3                      => UINT64(1)
            5 | 3                      => UINT64(7)
            5 ^ 3                      => UINT64(6)
            ~0                         => UINT64(18446744073709551615)
            -1 & 255                   => UINT64(255)
            1 << 63                    => UINT64(9223372036854775808)
            1 << 64                    => UINT64(0)
            -1 >> 63                   => UINT64(1)
            1.5 | 0                    => UINT64(2)
            '6' & 3                    => UINT64(2)
            0x0F & 6                   => UINT64(6)
            null | 1                   => NULL
            '1.5' | 0                  => not folded
            _binary'a' | _binary'b'    => not folded
            1 << -1                    => not folded
            """)
    void bits_areUnsigned(String sql, String value) {
        assertEquals(value, fold(sql));
    }

    // Comparison

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            1 = 1.0                                    => 1
            -1 < 18446744073709551615                  => 1
            9223372036854775807 = 9223372036854775808  => 0
            '1' = 1                                    => 1
            '12abc' = 12                               => 1
            'a' = 0                                    => 1
            1 = 1e0                                    => 1
            0.1 = 1e-1                                 => 1
            '10' > '9'                                 => 0
            'a' = 'a'                                  => 1
            0x41 = 65                                  => 1
            0x41 = 'A'                                 => 1
            _binary'a' < _binary'b'                    => 1
            date'2026-11-24' > date'2026-11-23'        => 1
            date'2026-11-24' = timestamp'2026-11-24 00:00:00' => 1
            1 = null                                   => NULL
            null <=> null                              => 1
            1 <=> null                                 => 0
            (1, 2) = (1, 2)                            => 1
            (1, null) = (2, 2)                         => 0
            (1, null) = (1, 2)                         => NULL
            (1, null) != (2, 2)                        => 1
            (1, null) <=> (1, null)                    => 1
            (1, 2) < (1, 3)                            => 1
            (1, null) < (2, 0)                         => 1
            (null, 1) < (2, 0)                         => NULL
            2 between 1 and 3                          => 1
            2 not between 1 and 3                      => 0
            '2' between '10' and 3                     => 0
            2 between null and null                    => NULL
            1 in (1, 2)                                => 1
            1 in (2, null)                             => NULL
            1 not in (2, null)                         => NULL
            3 not in (1, 2)                            => 1
            '1' in (2, 1)                              => 1
            null in (1)                                => NULL
            (1, 2) in ((1, 3), (1, 2))                 => 1
            """)
    void comparison_isThatOfMySql(String sql, String value) {
        assertEquals(value.equals("NULL") ? "NULL" : "INT64(" + value + ")", fold(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a' = 'A'", "'a' = 'b'", "'a' < 'b'", "'1' = '1 '", "date'2026-11-24' = '2026-11-24'",
        "date'2026-11-24' = 20261124", "9007199254740993 = '9007199254740992'", "(1, 2) = 1", "(1, 2) = (1, 2, 3)",
        "2 between null and 1", "'a' like 'a'", "'a' regexp 'a'", "time'01:00:00' < time'02:00:00'", "1 in ::list"})
    void comparison_isLeftToTheServer(String sql) {
        assertEquals("not folded", fold(sql));
    }

    // Logic

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            1 and 2                    => 1
            0 and null                 => 0
            1 and null                 => NULL
            0 or null                  => NULL
            1 or null                  => 1
            1 xor null                 => NULL
            1 xor 2                    => 0
            not 0                      => 1
            not null                   => NULL
            !3                         => 0
            0.5 and 1                  => 1
            'abc' or 0                 => 0
            null is null               => 1
            null is not true           => 1
            2 is true                  => 1
            null is false              => 0
            """)
    void logic_hasThreeValues(String sql, String value) {
        assertEquals(value.equals("NULL") ? "NULL" : "INT64(" + value + ")", fold(sql));
    }

    // Choice

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            case when 1 then 2 else 3 end          => INT64(2)
            case when null then 2 end              => NULL
            case 2 when 1 then 'a' when 2 then 'b' end => VARCHAR("b")
            case when 1 then 1 else 2.50 end       => DECIMAL(1.00)
            case when 1 then 1 else 'a' end        => VARCHAR("1")
            case when 1 then 1 else 1e0 end        => FLOAT64(1)
            case when 1 then 1 else 18446744073709551615 end => DECIMAL(1)
            if(1 > 2, 'a', 'b')                    => VARCHAR("b")
            if(1, null, 2)                         => NULL
            ifnull(null, 3)                        => INT64(3)
            coalesce(null, null, 4)                => INT64(4)
            coalesce(null, null)                   => NULL
            nullif(1, 1)                           => NULL
            nullif(1, 2)                           => INT64(1)
            if(1, 2, 1 / 0)                        => not folded
            if(1, date'2026-11-24', 1)             => VARCHAR("2026-11-24")
            """)
    void choice_hasTheTypeOfAllItsResults(String sql, String value) {
        assertEquals(value, fold(sql));
    }

    // Conversion

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            cast('12abc' as signed)                => INT64(12)
            cast('-1' as unsigned)                 => UINT64(18446744073709551615)
            cast(18446744073709551615 as signed)   => INT64(-1)
            cast(1.5 as signed)                    => INT64(2)
            cast(-1.5 as signed)                   => INT64(-2)
            cast(2.5e0 as signed)                  => not folded
            cast(-1.5 as unsigned)                 => not folded
            cast('1.5' as signed)                  => not folded
            cast('99999999999999999999' as signed) => not folded
            cast(0x41 as signed)                   => INT64(65)
            cast('1.255' as decimal(5,2))          => DECIMAL(1.26)
            cast(123456 as decimal(5,2))           => DECIMAL(999.99)
            cast(-123456 as decimal(5,2))          => DECIMAL(-999.99)
            cast(1.5 as decimal)                   => DECIMAL(2)
            cast(1 as decimal(66))                 => not folded
            cast(1 as decimal(2,3))                => not folded
            cast('1e2' as double)                  => FLOAT64(100)
            cast(12 as char)                       => VARCHAR("12")
            cast(12345 as char(3))                 => VARCHAR("123")
            cast(1.50 as char)                     => VARCHAR("1.50")
            cast('ü' as char)                      => not folded
            cast('ü' as char character set utf8mb4) => VARCHAR("ü")
            cast(_binary'ab' as char)              => VARCHAR("ab")
            cast('a' as char character set latin1) => not folded
            binary 'a'                             => VARBINARY("a")
            hex(cast('a' as binary(3)))            => VARCHAR("610000")
            cast('abc' as binary(2))               => VARBINARY("ab")
            convert('a' using utf8mb4)             => VARCHAR("a")
            convert('a' using binary)              => VARBINARY("a")
            cast('2026-11-24' as date)             => DATE("2026-11-24")
            cast('2026-11-24 01:02:03' as date)    => DATE("2026-11-24")
            cast('2026-11-24' as datetime)         => DATETIME("2026-11-24 00:00:00")
            cast('2026-11-24 01:02:03.5' as datetime(1)) => DATETIME("2026-11-24 01:02:03.5")
            cast('2026-11-24 01:02:03.5' as datetime) => not folded
            cast('2026-02-30' as date)             => not folded
            cast('0000-00-00' as date)             => not folded
            cast('26-1-1' as date)                 => not folded
            cast('12:34:56' as time)               => TIME("12:34:56")
            cast('839:00:00' as time)              => not folded
            cast(null as signed)                   => NULL
            cast(null as json)                     => not folded
            cast('{}' as json)                     => not folded
            cast(1 as year)                        => not folded
            """)
    void cast_isThatOfMySql(String sql, String value) {
        assertEquals(value, fold(sql));
    }

    // Functions

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
            concat('a', 1, 1.50, 1e0)  => VARCHAR("a11.501")
            CONCAT('a', null)          => NULL
            concat('a', 0x42)          => VARBINARY("aB")
            concat_ws('-', 'a', null, 2) => VARCHAR("a-2")
            concat_ws(null, 'a')       => NULL
            concat(1e15, '')           => VARCHAR("1e15")
            concat(123456789.5e-20, '') => VARCHAR("0.000000000001234567895")
            concat(1234567890123456.7e0, '') => VARCHAR("1234567890123456.8")
            concat(1e-16, '')          => VARCHAR("1e-16")
            lower('ABC')               => VARCHAR("abc")
            upper('ü')                 => not folded
            length('abc')              => INT64(3)
            length('ü')                => not folded
            char_length('ü')           => INT64(1)
            abs(-3)                    => INT64(3)
            abs(-9223372036854775808)  => not folded
            mod(7, 4)                  => INT64(3)
            greatest(1, 3, 2)          => INT64(3)
            least(1, 0.5)              => DECIMAL(0.5)
            greatest('a', 'b')         => not folded
            isnull(null)               => INT64(1)
            hex(255)                   => VARCHAR("FF")
            hex('a')                   => VARCHAR("61")
            unhex('4142')              => VARBINARY("AB")
            unhex('xy')                => NULL
            """)
    void function_isThatOfMySql(String sql, String value) {
        assertEquals(value, fold(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "t.a + 1", ":v", ":v + 1", "1 in ::list", "@a", "@@sql_mode", "(select 1)", "now()",
        "rand()", "uuid()", "count(*)", "sum(1)", "my_function(1)", "1 + a", "(1, 2)", "'a' collate utf8mb4_bin",
        "date'20261124'", "date'0000-00-00'", "_latin1'ü'", "1 + (1, 2)", "concat()", "1e400",
        "interval(1, 2, 3)", "extract(year from '2026-11-24')", "trim(' a ')", "date'2026-11-24' + interval 1 day"})
    void others_areNotFolded(String sql) {
        assertEquals("not folded", fold(sql));
    }

    // Constants

    @ParameterizedTest
    @ValueSource(strings = {"1", "'a'", "null", ":v", "::list", ":v + 1", "lower(:v)", "case when :v then 1 end",
        "cast(:v as signed)", "(:a, 2)", "md5('a')"})
    void constant_isTheSameForAllRows(String sql) {
        assertTrue(Constants.isConstant(Sql.expression(sql)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "t.a", "a + 1", "lower(concat('x', a))", "(select 1)", "1 in (select 1)",
        "exists (select 1)", "1 = any (select 1)", "now()", "rand()", "last_insert_id()", "@a", "@@sql_mode",
        "count(*)",
        "max(1)", "group_concat(1)", "row_number() over ()", "my_function(1)", "default(a)"})
    void constant_isNothingElse(String sql) {
        assertFalse(Constants.isConstant(Sql.expression(sql)));
    }

    // Bounds

    @Test
    void folding_looksAtEveryPartOnce() {
        for (String wrapped : new String[]{"!(%s)", "coalesce(%s, 1)", "nullif(%s, 2)", "case %s when 1 then 1 end",
            "case when 1 then %s else 0 end", "if(1, %s, 0)", "(%s) between 0 and 2", "cast(%s as signed)"}) {
            String sql = "1";
            for (int depth = 0; depth < 40; depth++) {
                sql = wrapped.formatted(sql);
            }
            assertTrue(Constants.fold(Sql.expression(sql)).isPresent(), wrapped);
        }
    }

    @Test
    void fold_takesANullValue() {
        Expression none = new Literal(Value.NULL);
        assertEquals(Optional.of(Value.NULL), Constants.fold(none));
        assertEquals(Optional.of(Value.of(Type.VARCHAR, "x")), Constants.fold(new Literal(Value.of("x"))));
    }
}

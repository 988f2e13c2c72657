package dev.shardroute.sql.parser;

import static dev.shardroute.sql.Sql.canonicalExpression;
import static dev.shardroute.sql.Sql.expression;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.SyntaxException;
import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.And;
import dev.shardroute.sql.ast.Expression.Binary;
import dev.shardroute.sql.ast.Expression.BinaryOperator;
import dev.shardroute.sql.ast.Expression.Bool;
import dev.shardroute.sql.ast.Expression.Call;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.ast.Expression.Collate;
import dev.shardroute.sql.ast.Expression.Column;
import dev.shardroute.sql.ast.Expression.CountStar;
import dev.shardroute.sql.ast.Expression.In;
import dev.shardroute.sql.ast.Expression.InsertedValue;
import dev.shardroute.sql.ast.Expression.Is;
import dev.shardroute.sql.ast.Expression.Like;
import dev.shardroute.sql.ast.Expression.ListVariable;
import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.Expression.Null;
import dev.shardroute.sql.ast.Expression.Or;
import dev.shardroute.sql.ast.Expression.Scope;
import dev.shardroute.sql.ast.Expression.SystemVariable;
import dev.shardroute.sql.ast.Expression.Tuple;
import dev.shardroute.sql.ast.Expression.Unary;
import dev.shardroute.sql.ast.Expression.UnaryOperator;
import dev.shardroute.sql.ast.Expression.UserVariable;
import dev.shardroute.sql.ast.Expression.Variable;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionParserTest {
    private static final Column A = new Column(null, "a");
    private static final Column B = new Column(null, "b");
    private static final Column C = new Column(null, "c");

    // precedence, the loosest first

    /** What stands without parentheses means the same with those on the right. */
    @ParameterizedTest
    @CsvSource(delimiterString = " == ", value = {"a or b xor c == a or (b xor c)", "a xor b or c == (a xor b) or c",
        "a xor b and c == a xor (b and c)", "a and b xor c == (a and b) xor c", "a and not b == a and (not b)",
        "not a and b == (not a) and b", "not a or b == (not a) or b", "not a = b == not (a = b)",
        "not a between b and c == not (a between b and c)", "not a is null == not (a is null)",
        "not a in (1) == not (a in (1))", "not not a == not (not a)", "a = b and c = d == (a = b) and (c = d)",
        "a || b && c == a or (b and c)", "a between 1 and 2 and b == (a between 1 and 2) and b",
        "a = b | c == a = (b | c)", "a | b = c == (a | b) = c", "a | b & c == a | (b & c)",
        "a & b | c == (a & b) | c", "a & b << c == a & (b << c)", "a << b & c == (a << b) & c",
        "a << b + c == a << (b + c)", "a + b << c == (a + b) << c", "a + b * c == a + (b * c)",
        "a * b + c == (a * b) + c", "a - b % c == a - (b % c)", "a * b ^ c == a * (b ^ c)",
        "a ^ b * c == (a ^ b) * c", "a ^ -b == a ^ (-b)", "-a ^ b == (-a) ^ b", "-a * b == (-a) * b",
        "~a + b == (~a) + b", "-a collate x == -(a collate x)", "!a collate x == !(a collate x)",
        "!a + b == (!a) + b", "!a = b == (!a) = b", "! -a == !(-a)", "-!a == -(!a)",
        "a + b collate x == a + (b collate x)", "binary a = b == (binary a) = b",
        "binary a collate x == binary (a collate x)", "binary a + b == (binary a) + b",
        "a like b and c == (a like b) and c", "a + 1 like b == (a + 1) like b",
        "a like -b collate x == a like (-b collate x)", "a regexp b + c == a regexp (b + c)",
        "a regexp b | c == a regexp (b | c)", "a in (1) = b == (a in (1)) = b", "a = b in (1) == a = (b in (1))",
        "a = b like c == a = (b like c)", "a is null = b == (a is null) = b",
        "a = b is null == (a = b) is null", "a between 1 + 2 and 3 + 4 == a between (1 + 2) and (3 + 4)",
        "a between 1 and 2 in (3) == a between 1 and (2 in (3))",
        "a between 1 and b between 2 and 3 == a between 1 and (b between 2 and 3)",
        "a between 1 and 2 = b == (a between 1 and 2) = b", "a div b mod c == (a div b) % c",
        "a + (b) == a + b", "((a)) == a"})
    void operators_bindAsTightlyAsInMysql(String plain, String grouped) {
        assertEquals(expression(grouped), expression(plain));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " == ",
            value = {"a xor b xor c == (a xor b) xor c", "a = b = c == (a = b) = c", "a < b < c == (a < b) < c",
                "a | b | c == (a | b) | c", "a - b - c == (a - b) - c", "a - b + c == (a - b) + c",
                "a / b * c == (a / b) * c", "a << b >> c == (a << b) >> c", "a ^ b ^ c == (a ^ b) ^ c",
                "a collate x collate y == (a collate x) collate y", "a is null is true == (a is null) is true",
                "a in (1) = b in (2) == (a in (1)) = (b in (2))"})
    void operatorsOfOneLevel_takeTheLeftSideFirst(String plain, String grouped) {
        assertEquals(expression(grouped), expression(plain));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " != ", value = {"a - (b - c) != a - b - c", "a xor (b xor c) != a xor b xor c",
        "(a or b) and c != a or b and c", "-(a ^ b) != -a ^ b", "(not a) = b != not a = b",
        "(a = b) in (1) != a = b in (1)", "a or (b or c) != a or b or c"})
    void parentheses_areKeptWhereTheyMatter(String grouped, String plain) {
        assertNotEquals(expression(plain), expression(grouped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a in (1) in (2)", "a in (1) + 2", "a like b like c", "a like b + c", "a like b | c",
        "a is null + 1", "a is null * 2", "a in (1) collate x",
        "not a in (1) in (2)", "a = not b", "a + not b", "a between not b and c", "-not a", "a like not b",
        "a regexp b regexp c", "a is null in (1)", "a in (1) is null in (2)"})
    void operatorThatBindsTighterThanAPredicate_cannotFollowIt(String sql) {
        syntaxError(sql);
    }

    // chains

    @Test
    void ands_areOneNode() {
        assertEquals(new And(List.of(A, B, C)), expression("a and b && c"));
    }

    @Test
    void ors_areOneNode() {
        assertEquals(new Or(List.of(A, B, C)), expression("a or b || c"));
    }

    @Test
    void parenthesesAtTheLeftOfAChain_changeNothing() {
        assertEquals(new Or(List.of(A, B, C)), expression("((a or b)) or c"));
        assertEquals(new And(List.of(A, B, C)), expression("(a and b) and c"));
        assertEquals(new Or(List.of(A, new Or(List.of(B, C)))), expression("a or (b or c)"));
        assertEquals(new And(List.of(new Or(List.of(A, B)), C)), expression("(a or b) and c"));
    }

    // literals

    @ParameterizedTest
    @CsvSource({"0,INT64", "9223372036854775807,INT64", "9223372036854775808,UINT64", "18446744073709551615,UINT64",
        "18446744073709551616,DECIMAL", "99999999999999999999999,DECIMAL", "00000000000000000000000001,INT64",
        "000000000000000000000000000000,INT64", "1.5,DECIMAL", ".5,DECIMAL", "1.,DECIMAL", "1e5,FLOAT64",
        "0x1F,HEXNUM", "0b101,BITNUM"})
    void number_hasTheTypeThatMysqlGivesIt(String sql, Type type) {
        assertEquals(new Literal(Value.of(type, sql)), expression(sql));
    }

    @ParameterizedTest
    @CsvSource({"-0,INT64", "-1,INT64", "-9223372036854775808,INT64", "-9223372036854775809,DECIMAL",
        "-18446744073709551615,DECIMAL", "-18446744073709551616,DECIMAL", "-1.5,DECIMAL", "-1e5,FLOAT64"})
    void negativeNumber_isOneLiteral(String sql, Type type) {
        assertEquals(new Literal(Value.of(type, sql)), expression(sql));
        assertEquals(new Literal(Value.of(type, sql)), expression("- " + sql.substring(1)));
        assertEquals(new Literal(Value.of(type, sql)), expression("-(" + sql.substring(1) + ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-1.5", "-1e400", "-9223372036854775808", "-99999999999999999999"})
    void negationOfANegativeNumber_isAnOperator(String sql) {
        assertEquals(new Unary(UnaryOperator.MINUS, expression(sql)), expression("- " + sql));
    }

    @Test
    void signsOfWhatIsNoNumber_areOperators() {
        assertEquals(new Unary(UnaryOperator.MINUS, A), expression("-a"));
        assertEquals(new Unary(UnaryOperator.MINUS, expression("'1'")), expression("-'1'"));
        assertEquals(new Unary(UnaryOperator.MINUS, expression("0x1")), expression("-0x1"));
        assertEquals(new Unary(UnaryOperator.TILDE, A), expression("~a"));
        assertEquals(new Unary(UnaryOperator.BANG, A), expression("!a"));
    }

    @Test
    void plus_isDropped() {
        assertEquals(A, expression("+a"));
        assertEquals(expression("-1"), expression("- + 1"));
        assertEquals(expression("a + -1"), expression("a++-+1"));
    }

    @Test
    void minusOfAMinus_isNoComment() {
        assertEquals(new Binary(BinaryOperator.MINUS, expression("1"), expression("-4")), expression("1--4"));
    }

    @Test
    void hexAndBitStrings_areLiterals() {
        assertEquals(new Literal(Value.of(Type.HEXVAL, "X'1f'")), expression("x'1f'"));
        assertEquals(new Literal(Value.of(Type.BITNUM, "0b101")), expression("B'101'"));
        assertEquals(new Literal(Value.of(Type.BITNUM, "b''")), expression("b''"));
    }

    @Test
    void adjacentStrings_areOne() {
        assertEquals(new Literal(Value.of("abc'd")), expression("'a' \"b\"\n/* */ 'c''d'"));
    }

    @Test
    void constants_areNoNames() {
        assertEquals(new Null(), expression("NULL"));
        assertEquals(new Bool(true), expression("True"));
        assertEquals(new Bool(false), expression("FALSE"));
    }

    // names and variables

    @Test
    void column_mayHaveTableAndKeyspace() {
        assertEquals(new Column(TableName.of("t"), "a"), expression("t.a"));
        assertEquals(new Column(new TableName("k", "t"), "a"), expression("k . `t`.\n`a`"));
    }

    @Test
    void nameInBackticks_mayBeReserved() {
        assertEquals(new Column(TableName.of("from"), "select"), expression("`from`.`select`"));
    }

    @Test
    void wordRightBehindADot_mayBeReserved() {
        assertEquals(new Column(new TableName("k", "order"), "key"), expression("k.order.key"));
        syntaxError("t. from");
        syntaxError("from.t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "sounds", "next", "value", "date", "n", "_x", "_binaryx", "of_", "count",
        "max", "names", "unknown", "any", "some", "session", "global", "offset", "mode", "share", "locked"})
    void wordThatIsNotReserved_isAColumn(String name) {
        assertEquals(new Column(null, name), expression(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "from", "key", "group", "order", "escape", "rank", "values", "default", "left",
        "interval", "div", "row", "in"})
    void reservedWord_isNoColumn(String word) {
        assertThrows(ShardrouteException.class, () -> expression(word));
    }

    @Test
    void variables_areKnownByTheirSigns() {
        assertEquals(new Variable("x"), expression(":x"));
        assertEquals(new ListVariable("x"), expression("::x"));
        assertEquals(new UserVariable("x y"), expression("@`x y`"));
    }

    @Test
    void questionMarks_areNumbered() {
        assertEquals(expression("f(:v1, :v2 + :v3)"), expression("f(?, ? + ?)"));
    }

    @Test
    void systemVariable_hasAScope() {
        assertEquals(new SystemVariable(Scope.NONE, "Sql_Mode"), expression("@@Sql_Mode"));
        assertEquals(new SystemVariable(Scope.GLOBAL, "a"), expression("@@GLOBAL.a"));
        assertEquals(new SystemVariable(Scope.PERSIST, "a"), expression("@@persist.a"));
        assertEquals(new SystemVariable(Scope.PERSIST_ONLY, "a"), expression("@@persist_only.a"));
    }

    @Test
    void systemVariableOfTheSession_isTheOneWithoutScope() {
        assertEquals(expression("@@a"), expression("@@session.a"));
        assertEquals(expression("@@a"), expression("@@LOCAL.a"));
    }

    @Test
    void transactionsVariables_tellSessionFromNextTransaction() {
        assertEquals(new SystemVariable(Scope.SESSION, "transaction_isolation"),
                expression("@@session.transaction_isolation"));
        assertNotEquals(expression("@@transaction_read_only"), expression("@@session.transaction_read_only"));
    }

    // predicates

    @Test
    void in_takesAListOrAListVariable() {
        assertEquals(new In(false, A, new Tuple(List.of(B))), expression("a in (b)"));
        assertEquals(new In(true, A, new Tuple(List.of(B, C))), expression("a not in (b, c)"));
        assertEquals(new In(false, A, new ListVariable("x")), expression("a in ::x"));
        assertEquals(new In(false, new Tuple(List.of(A, B)), new Tuple(List.of(new Tuple(List.of(B, C))))),
                expression("(a, b) in ((b, c))"));
        syntaxError("a in ()");
        syntaxError("a in b");
        syntaxError("a in :x");
    }

    @Test
    void like_mayHaveAnEscape() {
        assertEquals(new Like(false, A, B, null), expression("a like b"));
        assertEquals(new Like(true, A, B, C), expression("a not like b escape c"));
    }

    @Test
    void regexp_hasTwoNames() {
        assertEquals(expression("a not regexp b"), expression("a not rlike b"));
    }

    @Test
    void is_asksForAFewThings() {
        assertEquals(new Is(A, false, Expression.Test.NULL), expression("a is null"));
        assertEquals(new Is(A, true, Expression.Test.TRUE), expression("a is not true"));
        assertEquals(new Is(A, false, Expression.Test.FALSE), expression("a is false"));
        assertEquals(new Is(A, true, Expression.Test.NULL), expression("a is not unknown"));
        syntaxError("a is 1");
        syntaxError("a is not not null");
    }

    @Test
    void comparisons_haveTheirOperators() {
        assertEquals("a = b", canonicalExpression("a=b"));
        assertEquals("a != b", canonicalExpression("a<>b"));
        assertEquals("a <=> b", canonicalExpression("a<=>b"));
        assertEquals("a <= b", canonicalExpression("a<=b"));
        assertEquals("a >= b", canonicalExpression("a>=b"));
        assertEquals("a > b", canonicalExpression("a>b"));
        assertEquals("a < b", canonicalExpression("a<b"));
    }

    @Test
    void not_needsAPredicateBehindAnOperand() {
        syntaxError("a not b");
        syntaxError("a not null");
        syntaxError("a not");
    }

    // the rest

    @Test
    void jsonArrows_areCalls() {
        assertEquals(expression("json_extract(t.a, '$.x')"), expression("t.a->'$.x'"));
        assertEquals(expression("json_unquote(json_extract(a, '$.x'))"), expression("a ->> '$.x'"));
        assertEquals(expression("json_extract(a, :v1)"), expression("a->?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a -> 1", "a -> -1", "a -> b", "f() -> '$'", "a -> '$' -> '$'", "1 -> '$'", "a ->"})
    void jsonArrow_isOnlyForAColumnAndAPath(String sql) {
        syntaxError(sql);
    }

    @Test
    void collation_isANameOrAString() {
        assertEquals(new Collate(A, "utf8mb4_bin"), expression("a collate utf8mb4_bin"));
        assertEquals(new Collate(A, "utf8mb4_bin"), expression("a collate 'utf8mb4_bin'"));
        assertEquals(new Collate(A, "binary"), expression("a collate binary"));
        syntaxError("a collate 1");
    }

    @Test
    void binary_isAConversion() {
        assertEquals(new Convert(A, DataType.of("binary")), expression("binary a"));
        assertEquals(expression("binary a"), expression("convert(a, binary)"));
        assertEquals(expression("binary binary a"), expression("convert(convert(a, binary), binary)"));
    }

    @Test
    void case_hasTwoForms() {
        assertEquals(new Case(null, List.of(new Case.When(A, B)), null), expression("case when a then b end"));
        assertEquals(new Case(A, List.of(new Case.When(B, C), new Case.When(C, B)), A),
                expression("case a when b then c when c then b else a end"));
        syntaxError("case end");
        syntaxError("case a end");
        syntaxError("case when a end");
        syntaxError("case a else b end");
        syntaxError("case when a then b");
    }

    @Test
    void tuple_hasTwoMembersAtLeast() {
        assertEquals(new Tuple(List.of(A, B)), expression("(a, b)"));
        syntaxError("()");
        syntaxError("(a,)");
        syntaxError("(a");
    }

    @Test
    void insertedValue_isOfAColumn() {
        assertEquals(new InsertedValue(A), expression("values(a)"));
        assertEquals(new InsertedValue(new Column(TableName.of("t"), "a")), expression("VALUES (t.a)"));
        syntaxError("values(1)");
        syntaxError("values");
    }

    // calls

    @Test
    void call_hasArguments() {
        assertEquals(new Call(null, "f", false, List.of()), expression("f()"));
        assertEquals(new Call(null, "f", false, List.of(A, B)), expression("f (a, b)"));
        assertEquals(new Call("db", "F", false, List.of(A)), expression("db.F(a)"));
        syntaxError("f(a,)");
        syntaxError("f(,a)");
        syntaxError("f(a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"if(a, b, c)", "left(a, 1)", "right(a, 1)", "mod(a, b)", "replace(a, b, c)",
        "insert(a, 1, 2, b)", "database()", "schema()", "repeat(a, 2)", "utc_date()", "current_timestamp(6)",
        "grouping(a)"})
    void reservedWordsThatAreFunctions_areCalled(String sql) {
        assertEquals(sql, canonicalExpression(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp",
        "utc_date", "utc_time", "utc_timestamp", "current_user"})
    void functionsThatStandAlone_areCalls(String name) {
        assertEquals(new Call(null, name, false, List.of()), expression(name));
    }

    @Test
    void countStar_isItsOwnNode() {
        assertEquals(new CountStar(), expression("COUNT( * )"));
        syntaxError("max(*)");
        syntaxError("db.count(*)");
        syntaxError("count(*, a)");
    }

    @Test
    void distinct_isForAFewAggregates() {
        assertEquals(new Call(null, "sum", true, List.of(A)), expression("SUM(DISTINCT a)"));
        assertEquals(new Call(null, "count", true, List.of(A, B)), expression("count(distinctrow a, b)"));
        syntaxError("f(distinct a)");
        syntaxError("bit_and(distinct a)");
        syntaxError("db.sum(distinct a)");
        syntaxError("count(distinct)");
        syntaxError("sum(distinct a, b)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max()", "max(a, b)", "count()", "count(a, b)", "json_quote()", "json_pretty(a, b)",
        "json_set(a, b)", "json_contains(a)", "json_keys(a, b, c)", "json_objectagg(a)"})
    void numberOfArguments_isCheckedWhereItIsKnown(String sql) {
        syntaxError(sql);
    }

    @Test
    void functionInBackticks_isOneThatTheGrammarDoesNotKnow() {
        assertEquals(new Call(null, "my function", false, List.of()), expression("`my function`()"));
        assertEquals(new Call("db", "max", false, List.of(A)), expression("db.`max`(a)"));
    }

    @Test
    void knownFunctions_haveCanonicalNames() {
        assertEquals("max(a)", canonicalExpression("MAX(a)"));
        assertEquals("JSON_X(a)", canonicalExpression("JSON_X(a)"));
        assertEquals("st_geometryfromtext(a)", canonicalExpression("ST_GeomFromText(a)"));
        assertEquals("Length(a)", canonicalExpression("Length(a)"));
        assertEquals("db.MAX(a)", canonicalExpression("db.MAX(a)"));
    }

    private static void syntaxError(String sql) {
        assertThrows(SyntaxException.class, () -> expression(sql), sql);
    }
}

package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.Expression.Case;
import dev.shardroute.sql.lex.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Parses CASE. */
final class CaseParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    CaseParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** From CASE to END. */
    Case parse() {
        int siblings = cursor.enter(); // what is in it is two levels down
        cursor.advance();
        Expression operand = cursor.at(Keyword.WHEN) ? null : expressions.parse();
        List<Case.When> branches = branches();
        Expression otherwise = cursor.accept(Keyword.ELSE) ? expressions.parse() : null;
        cursor.expect(Keyword.END);
        cursor.grow();
        cursor.grow(); // a WHEN is a level of its own
        cursor.leave(siblings);
        return new Case(operand, branches, otherwise);
    }

    private List<Case.When> branches() {
        List<Case.When> branches = new ArrayList<>();
        do {
            cursor.expect(Keyword.WHEN);
            Expression condition = expressions.parse();
            cursor.expect(Keyword.THEN);
            branches.add(new Case.When(condition, expressions.parse()));
        } while (cursor.at(Keyword.WHEN));
        return branches;
    }
}

package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.AlterVschema;
import dev.shardroute.sql.ast.AlterVschema.AddAutoIncrement;
import dev.shardroute.sql.ast.AlterVschema.AddColumnVindex;
import dev.shardroute.sql.ast.AlterVschema.AddSequence;
import dev.shardroute.sql.ast.AlterVschema.AddTable;
import dev.shardroute.sql.ast.AlterVschema.CreateVindex;
import dev.shardroute.sql.ast.AlterVschema.DropAutoIncrement;
import dev.shardroute.sql.ast.AlterVschema.DropColumnVindex;
import dev.shardroute.sql.ast.AlterVschema.DropSequence;
import dev.shardroute.sql.ast.AlterVschema.DropTable;
import dev.shardroute.sql.ast.AlterVschema.DropVindex;
import dev.shardroute.sql.ast.AlterVschema.Parameter;
import dev.shardroute.sql.ast.AlterVschema.VindexDefinition;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.List;

/** Parses ALTER VSCHEMA. */
final class VschemaParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final SessionClauses parts;

    VschemaParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.clauses = clauses;
        this.parts = new SessionClauses(cursor, expressions);
    }

    /** From the verb on. */
    AlterVschema parse() {
        parts.expect(Keyword.ALTER, Keyword.VSCHEMA);
        return switch (cursor.keyword()) {
            case ADD -> add();
            case CREATE -> createVindex();
            case DROP -> drop();
            case ON -> onTable();
            default -> throw cursor.error("expected what to do with the VSchema");
        };
    }

    private AlterVschema createVindex() {
        parts.expect(Keyword.CREATE, Keyword.VINDEX);
        return new CreateVindex(clauses.tableName(), definition());
    }

    private AlterVschema add() {
        cursor.advance();
        if (cursor.accept(Keyword.TABLE)) {
            return new AddTable(clauses.tableName());
        }
        cursor.expect(Keyword.SEQUENCE);
        return new AddSequence(clauses.tableName());
    }

    private AlterVschema drop() {
        cursor.advance();
        if (cursor.accept(Keyword.TABLE)) {
            return new DropTable(clauses.tableName());
        }
        if (cursor.accept(Keyword.VINDEX)) {
            return new DropVindex(clauses.tableName());
        }
        cursor.expect(Keyword.SEQUENCE);
        return new DropSequence(clauses.tableName());
    }

    private AlterVschema onTable() {
        cursor.advance();
        TableName table = clauses.tableName();
        if (cursor.accept(Keyword.ADD)) {
            return cursor.accept(Keyword.AUTO_INCREMENT) ? addAutoIncrement(table) : addVindex(table);
        }
        cursor.expect(Keyword.DROP);
        if (cursor.accept(Keyword.AUTO_INCREMENT)) {
            return new DropAutoIncrement(table);
        }
        cursor.expect(Keyword.VINDEX);
        return new DropColumnVindex(table, cursor.name("a vindex"));
    }

    private AlterVschema addAutoIncrement(TableName table) {
        String column = cursor.name("a column");
        cursor.expect(Keyword.USING);
        return new AddAutoIncrement(table, column, clauses.tableName());
    }

    private AlterVschema addVindex(TableName table) {
        cursor.expect(Keyword.VINDEX);
        String vindex = cursor.name("a vindex");
        cursor.expect(TokenKind.LEFT_PAREN);
        List<String> columns = cursor.commaList(() -> cursor.name("a column"));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new AddColumnVindex(table, vindex, columns, definition());
    }

    private VindexDefinition definition() {
        String type = cursor.accept(Keyword.USING) ? cursor.name("a vindex's type") : null;
        List<Parameter> parameters =
                cursor.accept(Keyword.WITH) ? cursor.commaList(this::parameter) : List.of();
        return new VindexDefinition(type, parameters);
    }

    /** Reserved words are names here: {@code from}, {@code table}. */
    private Parameter parameter() {
        String name = word("a parameter");
        cursor.expect(TokenKind.EQUAL);
        boolean quoted = cursor.at(TokenKind.STRING);
        if (quoted || cursor.at(TokenKind.INTEGER)) {
            return new Parameter(name, cursor.take(), quoted);
        }
        String value = word("a value");
        return new Parameter(name, cursor.at(TokenKind.DOT) ? value + "." + cursor.nameAfterDot() : value, false);
    }

    private String word(String what) {
        return cursor.at(TokenKind.WORD) ? cursor.take() : cursor.name(what);
    }
}

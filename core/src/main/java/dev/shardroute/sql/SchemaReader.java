package dev.shardroute.sql;

import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Ddl.Action;
import dev.shardroute.sql.ast.Ddl.Condition;
import dev.shardroute.sql.ast.Ddl.ObjectKind;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.SqlText;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the statements of a file define. For one file. */
final class SchemaReader {
    private final ParserOptions options;
    private final SqlParser parser;
    private final Map<TableName, Ddl> definitions = new LinkedHashMap<>();
    private final List<SqlText> others = new ArrayList<>();

    SchemaReader(ParserOptions options) {
        this.options = options;
        this.parser = new SqlParser(options);
    }

    SchemaFile file() {
        return new SchemaFile(List.copyOf(definitions.values()), others);
    }

    void read(SqlText statement) {
        if (isAboutTables(statement) && parser.parse(statement) instanceof Ddl ddl && !ddl.temporary()) {
            read(statement, ddl);
        } else {
            others.add(statement);
        }
    }

    /** True for CREATE and DROP of a table or view, which is the first kind of object that they name. */
    private boolean isAboutTables(SqlText statement) {
        Lexer lexer = new Lexer(statement, options);
        lexer.next();
        if (lexer.keyword() != Keyword.CREATE && lexer.keyword() != Keyword.DROP) {
            return false;
        }
        while (lexer.next() != TokenKind.END) {
            switch (lexer.keyword()) {
                case TABLE, TABLES, VIEW -> {
                    return true;
                }
                case DATABASE, SCHEMA, INDEX, PROCEDURE, FUNCTION, TRIGGER, EVENT, USER, TABLESPACE -> {
                    return false;
                }
                default -> {
                    // what stands between the verb and the kind
                }
            }
        }
        return false;
    }

    private void read(SqlText statement, Ddl ddl) {
        if (ddl.action() == Action.DROP) {
            ddl.names().forEach(definitions::remove);
            return;
        }
        TableName name = ddl.names().getFirst();
        boolean isThere = definitions.containsKey(name);
        if (isThere && ddl.condition() == Condition.IF_NOT_EXISTS) {
            return;
        }
        if (isThere && ddl.kind() == ObjectKind.TABLE) {
            throw SyntaxException.at(statement, statement.start(), "the table " + name.name() + " is defined twice");
        }
        definitions.remove(name);
        definitions.put(name, ddl);
    }
}

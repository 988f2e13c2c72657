package dev.shardroute.sql;

import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.lex.SqlText;
import java.util.List;

/**
 * What a file of definitions, such as mysqldump writes, says of tables and views.
 *
 * <p>Statements are separated as the mysql client does it, DELIMITER and version comments included. A definition that a DROP
 * follows is none; a later view takes the place of one with its name.
 *
 * @param definitions CREATE TABLE and CREATE VIEW, in the order of the file; no two have one name. Temporary tables are none
 * @param others      the other statements, DROP TABLE and DROP VIEW aside, in the order of the file; they are not parsed
 */
public record SchemaFile(List<Ddl> definitions, List<SqlText> others) {
    /** Copies the lists. */
    public SchemaFile {
        definitions = List.copyOf(definitions);
        others = List.copyOf(others);
    }

    /**
     * Reads a file's text.
     *
     * @throws dev.shardroute.error.ShardrouteException as {@link #parse(SqlText, ParserOptions)} does
     */
    public static SchemaFile parse(String text) {
        return parse(SqlText.of(text), ParserOptions.DEFAULT);
    }

    /**
     * Reads a file's text. The bound of tokens is that of the whole file, the others are those of each statement that is
     * parsed.
     *
     * @throws SyntaxException                             when it cannot be cut into statements, when a definition of a table
     *                                                     or view is no MySQL, or when a table is defined twice
     * @throws dev.shardroute.error.ShardrouteException {@code VT12001}, {@code SR01002}, {@code SR01003} and {@code SR01007}
     *                                                     as {@link SqlParser#parse(SqlText)}
     */
    public static SchemaFile parse(SqlText text, ParserOptions options) {
        SchemaReader reader = new SchemaReader(options);
        new ScriptSplitter(text, options).forEach(reader::read);
        return reader.file();
    }
}

/** The language: statements, their parts and how they are read and written. */
module dev.shardroute.core {
    requires static transitive org.jspecify;
    requires transitive net.sf.jsqlparser;

    exports dev.shardroute.error;
    exports dev.shardroute.key;
    exports dev.shardroute.sql;
    exports dev.shardroute.sql.ast;
    exports dev.shardroute.sql.function;
    exports dev.shardroute.sql.jsqlparser;
    exports dev.shardroute.sql.lex;
    exports dev.shardroute.sql.normalize;
    exports dev.shardroute.sql.parser;
    exports dev.shardroute.sql.printer;
    exports dev.shardroute.type;
}

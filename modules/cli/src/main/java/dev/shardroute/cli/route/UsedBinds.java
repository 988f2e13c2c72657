package dev.shardroute.cli.route;

import dev.shardroute.planner.route.ShardStatement;
import dev.shardroute.sql.printer.SqlTemplate;
import dev.shardroute.sql.printer.SqlTemplate.Site;
import dev.shardroute.type.BindValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bind variables that a shard's statement uses, of all that are known; in the order in which it uses them. */
final class UsedBinds {
    private UsedBinds() {}

    /** Their values. */
    static Map<String, BindValue> values(ShardStatement statement) {
        Map<String, BindValue> used = new LinkedHashMap<>();
        for (Site site : statement.template().sites()) {
            used.put(site.name(), statement.binds().bind(site.name()));
        }
        return used;
    }

    /** Their values as literals of SQL. */
    static Map<String, String> literals(ShardStatement statement) {
        Map<String, String> literals = new LinkedHashMap<>();
        for (Site site : statement.template().sites()) {
            String variable = (site.isList() ? "::" : ":") + site.name();
            SqlTemplate alone = new SqlTemplate(variable, List.of(new Site(0, site.name(), site.kind())));
            literals.put(site.name(), alone.inline(statement.binds()));
        }
        return literals;
    }
}

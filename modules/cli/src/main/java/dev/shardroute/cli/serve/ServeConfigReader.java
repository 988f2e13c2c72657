package dev.shardroute.cli.serve;

import dev.shardroute.cli.InputFiles;
import dev.shardroute.cli.Json;
import dev.shardroute.key.ShardName;
import dev.shardroute.mysql.Authenticator;
import dev.shardroute.mysql.Authenticators;
import dev.shardroute.mysql.MysqlServerOptions;
import dev.shardroute.tablet.BackendConfig;
import dev.shardroute.tablet.TabletOptions;
import dev.shardroute.topo.Shard;
import dev.shardroute.vschema.Keyspace;
import dev.shardroute.vschema.VSchema;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the configuration of {@code serve}. Files that it names are found from its own folder. */
final class ServeConfigReader {
    private final Path folder;

    private ServeConfigReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @throws dev.shardroute.cli.InputException naming the file, the path of the key, and what is wrong with it
     */
    static ServeConfig read(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        ConfigPart root = new ConfigPart(file.toString(), "", Json.read(file)).object("vschema", "listen", "users",
                "trust_all_users", "pool", "shards");
        return new ServeConfigReader(parent == null ? Path.of("") : parent).read(root);
    }

    private ServeConfig read(ConfigPart root) {
        VSchema vschema = InputFiles.vschema(folder.resolve(root.get("vschema").text()));
        ServeConfig config = new ServeConfig(vschema, server(root.get("listen")), authenticator(root),
                root.has("pool") ? pool(root.get("pool")) : TabletOptions.DEFAULTS, shards(root.get("shards")));
        checkShards(root.get("shards"), config);
        return config;
    }

    private static MysqlServerOptions server(ConfigPart listen) {
        listen.object("address", "port", "max_connections", "drain_limit_ms");
        MysqlServerOptions.Builder server = MysqlServerOptions.builder().port(listen.get("port").integer());
        if (listen.has("address")) {
            server.bindAddress(address(listen.get("address")));
        }
        server.maxConnections(listen.integer("max_connections", 1000));
        server.drainLimit(Duration.ofMillis(listen.integer("drain_limit_ms", 10_000)));
        return listen.checked(server::build);
    }

    private static InetAddress address(ConfigPart address) {
        try {
            return InetAddress.getByName(address.text());
        } catch (UnknownHostException e) {
            throw address.wrong("this is no address of this machine: " + address.text());
        }
    }

    private Authenticator authenticator(ConfigPart root) {
        if (root.has("trust_all_users")) {
            ConfigPart trust = root.get("trust_all_users");
            if (root.has("users") || !trust.flag()) {
                throw trust.wrong("give either this as true, or 'users'");
            }
            return Authenticators.trusting();
        }
        Map<String, String> passwords = new HashMap<>();
        root.get("users").members().forEach(
                (user, part) -> passwords.put(user, secret(part.object("password_file").get("password_file"))));
        return Authenticators.fixed(passwords);
    }

    private static TabletOptions pool(ConfigPart pool) {
        pool.object("size", "queue_length", "wait_limit_ms", "connect_timeout_ms", "idle_timeout_ms");
        TabletOptions defaults = TabletOptions.DEFAULTS;
        return pool.checked(() -> TabletOptions.builder().poolSize(pool.integer("size", defaults.poolSize()))
                .queueLength(pool.integer("queue_length", defaults.queueLength()))
                .waitLimit(duration(pool, "wait_limit_ms", defaults.waitLimit()))
                .connectTimeout(duration(pool, "connect_timeout_ms", defaults.connectTimeout()))
                .idleTimeout(duration(pool, "idle_timeout_ms", defaults.idleTimeout())).build());
    }

    private static Duration duration(ConfigPart part, String key, Duration otherwise) {
        return part.has(key) ? Duration.ofMillis(part.get(key).integer()) : otherwise;
    }

    private Map<Shard, BackendConfig> shards(ConfigPart list) {
        Map<Shard, BackendConfig> shards = new LinkedHashMap<>();
        for (ConfigPart part : list.elements()) {
            part.object("keyspace", "shard", "host", "port", "database", "user", "password_file");
            ConfigPart name = part.get("shard");
            Shard shard = new Shard(part.get("keyspace").text(), name.checked(() -> ShardName.parse(name.text())));
            if (shards.put(shard, part.checked(() -> backend(part))) != null) {
                throw part.wrong("the shard " + shard + " is there twice");
            }
        }
        return shards;
    }

    private BackendConfig backend(ConfigPart part) {
        return new BackendConfig(part.get("host").text(), part.integer("port", 3306), part.get("database").text(),
                part.get("user").text(), secret(part.get("password_file")));
    }

    /** The first line of a file. */
    private String secret(ConfigPart file) {
        return InputFiles.text(folder.resolve(file.text())).lines().findFirst().orElse("");
    }

    /** Every keyspace of the VSchema has the shards that it needs, and there are no others. */
    private static void checkShards(ConfigPart part, ServeConfig config) {
        for (Shard shard : config.shards().keySet()) {
            if (!config.vschema().keyspaces().containsKey(shard.keyspace())) {
                throw part.wrong("the VSchema has no keyspace '" + shard.keyspace() + "'");
            }
        }
        for (Keyspace keyspace : config.vschema().keyspaces().values()) {
            long count =
                    config.shards().keySet().stream().filter(shard -> shard.keyspace().equals(keyspace.name())).count();
            if (count == 0 || (count > 1 && !keyspace.sharded())) {
                throw part.wrong("the keyspace '" + keyspace.name() + "' has " + count + " shards"
                        + (keyspace.sharded() ? "" : "; it is unsharded and needs one"));
            }
        }
        part.checked(config::topology);
    }
}

package dev.shardroute.tablet;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.type.Results;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;

/** A backend that MariaDB's driver connects to. */
final class MariaDbBackend implements Backend {
    /** Modes under which a server reads a statement otherwise than it was meant: quotes, backslashes, || and NOT. */
    private static final Set<String> MISREADING =
            Set.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "PIPES_AS_CONCAT", "HIGH_NOT_PRECEDENCE");

    /** The driver asks for it while it signs in, and nobody else does. */
    private static final String DRIVERS_MODE = "IGNORE_SPACE";

    private final String shard;
    private final Configuration configuration;
    private final Duration connectTimeout;

    MariaDbBackend(String shard, BackendConfig config, Duration connectTimeout) {
        this.shard = shard;
        this.configuration = configuration(config, connectTimeout);
        this.connectTimeout = connectTimeout;
    }

    private static Configuration configuration(BackendConfig config, Duration connectTimeout) {
        return emptyConfiguration()
                .addresses(HostAddress.from(config.host(), config.port()))
                .database(config.database())
                .user(config.user())
                .password(config.password())
                .sslMode("disable")
                .allowPublicKeyRetrieval(true) // MySQL's usual sign-in needs it where there is no TLS
                .connectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                .autocommit(true)
                .useAffectedRows(true)
                .jdbcCompliantTruncation(false) // it would change the sql_mode
                .allowLocalInfile(false)
                .allowMultiQueries(false)
                .permitRedirect(false)
                .connectionAttributes("program_name:shardroute")
                .build();
    }

    /** A builder made otherwise lacks what the driver sets up while it reads an address. */
    private static Configuration.Builder emptyConfiguration() {
        try {
            return Configuration.parse("jdbc:mariadb://localhost/").toBuilder();
        } catch (SQLException e) {
            throw ErrorCode.VT13001.error(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Link connect() {
        Link link = new MariaDbLink(shard, open(), connectTimeout);
        try {
            checkSqlMode(link);
            return link;
        } catch (ShardrouteException e) {
            link.close();
            throw e;
        }
    }

    private Connection open() {
        try {
            return Driver.connect(configuration);
        } catch (SQLException e) {
            ErrorCode code = Thread.currentThread().isInterrupted() ? ErrorCode.SR05006 : ErrorCode.SR05004;
            String message = code.message(shard, String.valueOf(e.getMessage()));
            throw new ShardrouteException(code, code.errno(), code.sqlState(), message, e);
        }
    }

    private void checkSqlMode(Link link) {
        Row row = Results.drain(link.query("select @@session.sql_mode, @@global.sql_mode")).getFirst();
        List<String> modes = modes(row.values().getFirst());
        Optional<String> misreading = modes.stream().filter(MISREADING::contains).findFirst();
        if (misreading.isPresent()) {
            throw ErrorCode.SR05009.error(shard, misreading.get());
        }
        if (modes.contains(DRIVERS_MODE) && !modes(row.values().getLast()).contains(DRIVERS_MODE)) {
            List<String> kept = modes.stream().filter(mode -> !mode.equals(DRIVERS_MODE)).toList();
            link.query("set session sql_mode = '" + String.join(",", kept) + "'").close();
        }
    }

    private static List<String> modes(Value text) {
        return List.of(text.text().split(","));
    }

    @Override
    public void kill(long connectionId) {
        try (Connection connection = Driver.connect(configuration)) {
            new MariaDbLink(shard, connection, connectTimeout).query("kill " + connectionId);
        } catch (SQLException | ShardrouteException e) {
            // the statement has ended by itself, or the server has; there is nobody to tell
            return;
        }
    }
}

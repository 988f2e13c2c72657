package dev.shardroute.tablet;

import ch.vorburger.exec.ManagedProcessException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test class the one server that all of them share; it ends with the last of them. */
final class MariaDb implements ParameterResolver {
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(MariaDb.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MariaDbServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot().getStore(SHARED)
                .getOrComputeIfAbsent("server", key -> new Running(), Running.class);
        return running.server;
    }

    private static final class Running implements AutoCloseable {
        private final MariaDbServer server;

        Running() {
            try {
                server = MariaDbServer.start("shared");
            } catch (Exception e) {
                throw new AssertionError("MariaDB does not start", e);
            }
        }

        @Override
        public void close() throws ManagedProcessException {
            server.close();
        }
    }
}

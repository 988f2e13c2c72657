package dev.shardroute.topo;

import dev.shardroute.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A topology in a file of {@link TopologyJson}. It is read when it is told to, and never watched. */
public final class FileTopology implements Topology {
    private final Path file;
    private final MutableTopology topology;

    FileTopology(Path file) {
        this.file = file;
        this.topology = MutableTopology.of(read(file));
    }

    @Override
    public TopologySnapshot snapshot() {
        return topology.snapshot();
    }

    @Override
    public Subscription listen(TopologyListener listener) {
        return topology.listen(listener);
    }

    /**
     * Reads the file again. When that fails, what was known stays.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR03010} when the file cannot be read, otherwise as {@link
     *         TopologyJson#parse}
     */
    public TopologyChange reload() {
        return topology.replace(() -> read(file));
    }

    private static TopologySnapshot read(Path file) {
        try {
            return TopologyJson.parse(Files.readString(file));
        } catch (IOException e) {
            throw ErrorCode.SR03010.error(file, reason(e));
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "there is no such file";
            case AccessDeniedException e -> "the access is denied";
            case CharacterCodingException e -> "this is not UTF-8";
            default -> String.valueOf(failure.getMessage());
        };
    }
}

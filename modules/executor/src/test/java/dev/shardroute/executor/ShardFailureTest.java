package dev.shardroute.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.error.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ShardFailureTest {
    private static ShardFailure failure(String shard, ShardrouteException error) {
        return new ShardFailure(Statements.call(shard), error);
    }

    @Test
    void merge_ofOneFailure_namesTheShardAfterTheCode() {
        ShardrouteException merged =
                ShardFailure.merge(List.of(failure("-80", ErrorCode.SR05004.error("ks/-80", "refused"))), List.of());
        assertEquals("SR05004: ks/-80: shard ks/-80: cannot connect: refused", merged.getMessage());
    }

    @Test
    void merge_sortsTheLines() {
        ShardrouteException merged =
                ShardFailure.merge(List.of(failure("80-", StubShards.backendError(1, "HY000", "b")),
                        failure("-80", StubShards.backendError(2, "HY000", "a"))), List.of("note"));
        assertEquals("SR05001: ks/-80: a\nks/80-: b\nnote", merged.getMessage());
        assertEquals(2, merged.errno());
        assertEquals(1, merged.getSuppressed().length);
    }

    @Test
    void merge_leavesOutShardsThatOnlyStopped() {
        ShardrouteException merged = ShardFailure.merge(List.of(failure("-80", ErrorCode.SR05006.error()),
                failure("80-", StubShards.backendError(1062, "23000", "Duplicate entry"))), List.of());
        assertEquals("SR05001: ks/80-: Duplicate entry", merged.getMessage());
    }

    @Property
    void merge_takesTheGravestWhateverTheOrder(@ForAll @NotEmpty List<ErrorCode> codes) {
        List<ShardFailure> failures =
                codes.stream().map(code -> failure("0", new ShardrouteException(code, "x"))).toList();
        ShardrouteException forward = ShardFailure.merge(failures, List.of());
        ShardrouteException backward = ShardFailure.merge(failures.reversed(), List.of());
        assertEquals(forward.getMessage(), backward.getMessage());
        assertTrue(codes.stream().noneMatch(code -> severity(code).compareTo(Severity.of(forward)) > 0));
    }

    private static Severity severity(ErrorCode code) {
        return Severity.of(new ShardrouteException(code, "x"));
    }

    // The order, from the inventory of Vitess

    @Test
    void severity_ofStatuses_isOrderedAsInVitess() {
        List<Status> order =
                List.of(Status.CANCELED, Status.ALREADY_EXISTS, Status.UNAVAILABLE, Status.DEADLINE_EXCEEDED,
                        Status.ABORTED, Status.FAILED_PRECONDITION, Status.RESOURCE_EXHAUSTED, Status.UNKNOWN,
                        Status.PERMISSION_DENIED, Status.INVALID_ARGUMENT, Status.NOT_FOUND, Status.UNIMPLEMENTED,
                        Status.INTERNAL);
        assertEquals(List.of(Status.values()).size(), order.size());
        assertEquals(order,
                order.stream().sorted(Comparator.comparing(status -> Severity.valueOf(status.name()))).toList());
    }

    @Test
    void severity_ofBackendErrors_goesByTheirNumber() {
        List<Severity> severities = Stream.of(1317, 1062, 1205, 1213, 1290, 1203, 1105, 1064, 1146)
                .map(errno -> Severity.of(StubShards.backendError(errno, "HY000", "x"))).toList();
        assertEquals(List.of(Severity.CANCELED, Severity.ALREADY_EXISTS, Severity.DEADLINE_EXCEEDED, Severity.ABORTED,
                Severity.CLUSTER_EVENT, Severity.RESOURCE_EXHAUSTED, Severity.UNKNOWN, Severity.INVALID_ARGUMENT,
                Severity.NOT_FOUND), severities);
    }
}

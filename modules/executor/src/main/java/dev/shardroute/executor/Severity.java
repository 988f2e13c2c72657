package dev.shardroute.executor;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.error.Status;

/**
 * How much an error of one shard says about the statement, least first. When shards fail in different ways, the client is
 * told the error that says most. The order is Vitess's (function {@code errorPriorities} of its package {@code vterrors}).
 */
enum Severity {
    CANCELED,
    ALREADY_EXISTS,
    UNAVAILABLE,
    DEADLINE_EXCEEDED,
    ABORTED,
    FAILED_PRECONDITION,
    CLUSTER_EVENT,
    RESOURCE_EXHAUSTED,
    UNKNOWN,
    PERMISSION_DENIED,
    INVALID_ARGUMENT,
    NOT_FOUND,
    UNIMPLEMENTED,
    INTERNAL;

    /** The severity of an error; one that a backend reported is judged by its MySQL number. */
    static Severity of(ShardrouteException error) {
        return error.code() == ErrorCode.SR05001 ? ofErrno(error.errno()) : ofStatus(error.status());
    }

    private static Severity ofStatus(Status status) {
        return switch (status) {
            case CANCELED -> CANCELED;
            case UNKNOWN -> UNKNOWN;
            case INVALID_ARGUMENT -> INVALID_ARGUMENT;
            case DEADLINE_EXCEEDED -> DEADLINE_EXCEEDED;
            case NOT_FOUND -> NOT_FOUND;
            case ALREADY_EXISTS -> ALREADY_EXISTS;
            case PERMISSION_DENIED -> PERMISSION_DENIED;
            case RESOURCE_EXHAUSTED -> RESOURCE_EXHAUSTED;
            case FAILED_PRECONDITION -> FAILED_PRECONDITION;
            case ABORTED -> ABORTED;
            case UNIMPLEMENTED -> UNIMPLEMENTED;
            case INTERNAL -> INTERNAL;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }

    private static Severity ofErrno(int errno) {
        return switch (errno) {
            case 1317, 2013 -> CANCELED;
            case 1050, 1062, 1586 -> ALREADY_EXISTS;
            case 1053, 2002, 2003, 2006 -> UNAVAILABLE;
            case 1205, 1969, 3024 -> DEADLINE_EXCEEDED;
            case 1152, 1184, 1213 -> ABORTED;
            case 1290, 1836 -> CLUSTER_EVENT;
            case 1021, 1037, 1038, 1040, 1041, 1114, 1153, 1203, 1206, 1226 -> RESOURCE_EXHAUSTED;
            case 1044, 1045, 1142, 1143, 1227, 1370 -> PERMISSION_DENIED;
            case 1054, 1109, 1146, 1305 -> NOT_FOUND;
            case 1235 -> UNIMPLEMENTED;
            case 1046, 1099, 1100, 1104, 1216, 1217, 1364, 1451, 1452, 1792 -> FAILED_PRECONDITION;
            case 1048, 1049, 1051, 1052, 1055, 1056, 1064, 1065, 1136, 1264, 1366, 1367, 1406, 3819, 4025 ->
                    INVALID_ARGUMENT;
            default -> UNKNOWN;
        };
    }
}

package dev.shardroute.error;

/** The class of an error, in the terms of gRPC and Vitess: what a caller can do about it. */
public enum Status {
    CANCELED,
    UNKNOWN,
    INVALID_ARGUMENT,
    DEADLINE_EXCEEDED,
    NOT_FOUND,
    ALREADY_EXISTS,
    PERMISSION_DENIED,
    RESOURCE_EXHAUSTED,
    FAILED_PRECONDITION,
    ABORTED,
    UNIMPLEMENTED,
    INTERNAL,
    UNAVAILABLE
}

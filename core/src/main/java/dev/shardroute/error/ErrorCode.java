package dev.shardroute.error;

import static dev.shardroute.error.Status.FAILED_PRECONDITION;
import static dev.shardroute.error.Status.INTERNAL;
import static dev.shardroute.error.Status.INVALID_ARGUMENT;
import static dev.shardroute.error.Status.NOT_FOUND;
import static dev.shardroute.error.Status.RESOURCE_EXHAUSTED;
import static dev.shardroute.error.Status.UNAVAILABLE;
import static dev.shardroute.error.Status.UNIMPLEMENTED;
import static dev.shardroute.error.Status.UNKNOWN;

import java.util.Locale;

/**
 * The catalogue of errors. A constant's name is its stable code: {@code VT…} where Vitess has the same error, {@code SR…}
 * where it has none ({@code SR01} statement text, {@code SR02} VSchema, {@code SR03} keys and topology, {@code SR04} bind
 * values, {@code SR05} execution, {@code SR06} client protocol, {@code SR07} configuration).
 */
public enum ErrorCode {
    VT03001(INVALID_ARGUMENT, 1149, "42000", "the aggregate function %s takes one argument only"),
    VT03005(INVALID_ARGUMENT, 1056, "42000", "it is not possible to group by '%s'"),
    VT03006(INVALID_ARGUMENT, 1136, "21S01", "the number of columns does not match the number of values"),
    VT03008(INVALID_ARGUMENT, 1234, "42000", "'%s' cannot be used here"),
    VT03009(INVALID_ARGUMENT, 1231, "42000", "value %2$s is not valid for %1$s"),
    VT03013(INVALID_ARGUMENT, 1066, "42000", "not unique table or alias: '%s'"),
    VT03014(INVALID_ARGUMENT, 1054, "42S22", "unknown column '%s' in '%s'"),
    VT03016(INVALID_ARGUMENT, 1105, "HY000", "a vindex that is read as a table has no column '%s'"),
    VT03018(INVALID_ARGUMENT, 1105, "HY000", "NEXT is for sequences, and table '%s' is none"),
    VT03019(INVALID_ARGUMENT, 1054, "42S22", "column '%s' not found"),
    VT03021(INVALID_ARGUMENT, 1052, "23000", "column '%s' is ambiguous"),
    VT03025(INVALID_ARGUMENT, 1210, "HY000", "incorrect arguments to %s"),
    VT03023(INVALID_ARGUMENT, 1105, "HY000", "INSERT into the key range that is targeted, %s"),
    VT03026(INVALID_ARGUMENT, 1105, "HY000", "bind variable '%s' has no value"),
    VT03028(INVALID_ARGUMENT, 1048, "23000", "column '%s' cannot be null"),
    VT03029(INVALID_ARGUMENT, 1136, "21S01",
            "the owner of vindex '%s' has not as many columns for it as its lookup table"),
    VT03030(INVALID_ARGUMENT, 1136, "21S01", "the lookup columns %s do not match the number of values, which is %d"),
    VT03033(INVALID_ARGUMENT, 1353, "HY000", "'%s' names %d columns, and its query has %d"),
    VT05003(NOT_FOUND, 1049, "42000", "unknown database '%s' in the VSchema"),
    VT05004(NOT_FOUND, 1109, "42S02", "table '%s' does not exist"),
    VT05005(NOT_FOUND, 1146, "42S02", "table '%s' does not exist in keyspace '%s'"),
    VT05006(NOT_FOUND, 1193, "HY000", "unknown system variable '%s'"),
    VT09001(FAILED_PRECONDITION, 1173, "42000", "table '%s' does not have a primary vindex"),
    VT09002(FAILED_PRECONDITION, 1874, "HY000", "%s statement with a %s target"),
    VT09003(FAILED_PRECONDITION, 1105, "HY000", "an INSERT must give a value for the vindex column '%s'"),
    VT09004(FAILED_PRECONDITION, 1105, "HY000",
            "an INSERT must list its columns, because the columns of table '%s' are not known"),
    VT09005(FAILED_PRECONDITION, 1046, "3D000", "no database selected"),
    VT09009(FAILED_PRECONDITION, 1105, "HY000", "messages are streamed from primary tablets, not from %s"),
    VT09015(FAILED_PRECONDITION, 1105, "HY000", "schema tracking required: %s"),
    VT09017(FAILED_PRECONDITION, 1105, "HY000", "%s with a target destination is not allowed"),
    VT09018(FAILED_PRECONDITION, 1105, "HY000", "a vindex that is read as a table: %s"),
    VT09019(FAILED_PRECONDITION, 1105, "HY000", "keyspace '%s' has cyclic foreign keys: %s"),
    VT09020(FAILED_PRECONDITION, 1105, "HY000", "table '%s' has more than one vindex hint"),
    VT09021(FAILED_PRECONDITION, 1176, "42000", "vindex '%s' does not exist in table '%s'"),
    VT09023(FAILED_PRECONDITION, 1105, "HY000", "could not map %s to a keyspace id"),
    VT09026(FAILED_PRECONDITION, 3573, "HY000", "the recursive common table expression '%s' must be a UNION"),
    VT09027(FAILED_PRECONDITION, 3575, "HY000",
            "the recursive part of common table expression '%s' must not aggregate, group or use window functions"),
    VT09028(FAILED_PRECONDITION, 3576, "HY000",
            "common table expression '%s' must not be on the optional side of an outer join in its recursive part"),
    VT09029(FAILED_PRECONDITION, 3577, "HY000",
            "the recursive part of common table expression '%s' must read it once, and in no subquery"),
    VT12001(UNIMPLEMENTED, 1235, "42000", "unsupported: %s"),
    VT13001(INTERNAL, 1815, "HY000", "internal error: %s"),

    SR01001(INVALID_ARGUMENT, 1064, "42000", "syntax error at line %d, column %d (offset %d) near '%s': %s"),
    SR01002(RESOURCE_EXHAUSTED, 1153, "08S01", "the statement has %d bytes; the limit %s is %d"),
    SR01003(RESOURCE_EXHAUSTED, 1436, "HY000", "the statement nests deeper than the limit %s of %s"),
    SR01004(INVALID_ARGUMENT, 1065, "42000", "the statement is empty"),
    SR01005(RESOURCE_EXHAUSTED, 1105, "HY000",
            "planning took more than the limit maxRewrites of %d rewrites, the last: %s"),
    SR01007(RESOURCE_EXHAUSTED, 1153, "08S01", "the statement has more tokens than the limit %s of %d"),
    SR01008(INVALID_ARGUMENT, 1525, "HY000", "Incorrect %s value: '%s'"),
    SR01009(INVALID_ARGUMENT, 1231, "42000", "directive %s: '%s' is not %s"),
    SR01010(RESOURCE_EXHAUSTED, 1105, "HY000",
            "the statement puts together more than the limit %s of %d views and common table expressions"),
    SR01011(INVALID_ARGUMENT, 1060, "42S21", "duplicate column name '%s'"),
    SR01012(INVALID_ARGUMENT, 1222, "21000", "the queries of a %s have different numbers of columns: %d and %d"),
    SR01013(INVALID_ARGUMENT, 1241, "21000", "the subquery must have %d column(s)"),
    SR01014(INVALID_ARGUMENT, 1111, "HY000", "an aggregate function is used in another, by way of '%s'"),
    SR01015(INVALID_ARGUMENT, 1051, "42S02", "unknown table '%s'"),
    SR01016(INVALID_ARGUMENT, 1250, "42000", "the order of a UNION must not name its table '%s'"),
    SR01017(RESOURCE_EXHAUSTED, 1117, "HY000", "a query for the shards would need more than %d columns"),

    SR02001(INVALID_ARGUMENT, 1105, "HY000", "the VSchema is not valid: %s"),
    SR02002(NOT_FOUND, 1105, "HY000", "vindex type '%s' is not known"),
    SR02003(INVALID_ARGUMENT, 1105, "HY000", "table reference '%s' is ambiguous: it is in keyspaces %s"),
    SR02004(INVALID_ARGUMENT, 1105, "HY000", "vindex '%s': parameter '%s' %s"),
    SR02005(FAILED_PRECONDITION, 1105, "HY000", "table '%s' has been disabled by a routing rule"),
    SR02006(INVALID_ARGUMENT, 1105, "HY000", "vindex reference '%s' is ambiguous: it is in keyspaces %s"),
    SR02007(FAILED_PRECONDITION, 1105, "HY000", "the routing rule for '%s' is wrong: %s"),
    SR02008(FAILED_PRECONDITION, 1105, "HY000", "the VSchema cannot be altered: %s"),
    SR02009(NOT_FOUND, 1105, "HY000", "table '%s' has no vindex that %s"),
    SR02010(INVALID_ARGUMENT, 1105, "HY000", "the installed types of vindex cannot be used: %s"),

    SR03001(INVALID_ARGUMENT, 1105, "HY000", "'%s' is not a valid %s: %s"),
    SR03002(INVALID_ARGUMENT, 1105, "HY000", "the shards of keyspace %s do not cover the key space: %s"),
    SR03003(INVALID_ARGUMENT, 1105, "HY000", "keyspace id %s is on no shard of keyspace '%s'"),
    SR03004(NOT_FOUND, 1049, "42000", "keyspace '%s' is not in the topology"),
    SR03005(NOT_FOUND, 1105, "HY000", "shard '%s' is not in keyspace '%s'"),
    SR03006(UNAVAILABLE, 1105, "HY000", "keyspace %s has no shard"),
    SR03007(INVALID_ARGUMENT, 1105, "HY000", "key range %s does not exactly match the shards of keyspace '%s'"),
    SR03008(INVALID_ARGUMENT, 1105, "HY000",
            "keyspace '%s' is unsharded in the VSchema, but its topology has %d shards"),
    SR03009(INVALID_ARGUMENT, 1105, "HY000", "the topology is not valid: %s"),
    SR03010(UNAVAILABLE, 1105, "HY000", "the topology cannot be read from %s: %s"),
    SR03011(INVALID_ARGUMENT, 1105, "HY000", "%s is %d shards; this statement needs one"),

    SR04001(INVALID_ARGUMENT, 1105, "HY000", "bind variable '%s': %s"),
    SR04002(INVALID_ARGUMENT, 1367, "22007", "'%s' is not a valid value of type %s"),
    SR04003(INVALID_ARGUMENT, 1136, "21S01", "vindex '%s' has %d columns, and %d values are given for them"),

    SR05001(UNKNOWN, 1105, "HY000", "%s"),
    SR05002(RESOURCE_EXHAUSTED, 1203, "42000", "shard %s: the queue for its connections is full (%d waiting)"),
    SR05003(RESOURCE_EXHAUSTED, 1203, "42000", "shard %s: no connection became free within %d ms"),
    SR05004(UNAVAILABLE, 1105, "HY000", "shard %s: cannot connect: %s"),
    SR05005(UNAVAILABLE, 1053, "08S01", "the gateway is shutting down"),
    SR05006(Status.CANCELED, 1317, "70100", "the statement was interrupted"),
    SR05007(NOT_FOUND, 1105, "HY000", "no backend is configured for shard %s"),
    SR05008(UNAVAILABLE, 2013, "HY000", "shard %s: the connection was lost: %s"),
    SR05009(FAILED_PRECONDITION, 1105, "HY000", "shard %s: its sql_mode has %s, which misreads statements"),
    SR05010(FAILED_PRECONDITION, 1105, "HY000", "the shards disagree on the columns: %s has %d, %s has %d"),
    SR05011(FAILED_PRECONDITION, 1105, "HY000", "vindex '%s': its table '%s' has more than one row for %s"),
    SR05012(FAILED_PRECONDITION, 1192, "HY000", "a transaction is open: it runs on primary tablets, not on %s"),

    SR06001(INVALID_ARGUMENT, 1047, "08S01", "command %s is not supported"),
    SR06002(INVALID_ARGUMENT, 1043, "08S01", "bad handshake: %s"),
    SR06003(RESOURCE_EXHAUSTED, 1153, "08S01", "a packet of %d bytes is over the limit of %d bytes"),
    SR06004(RESOURCE_EXHAUSTED, 1040, "08004", "too many connections: the limit is %d"),
    SR06005(Status.PERMISSION_DENIED, 1045, "28000", "access denied for user '%s'"),
    SR06006(INVALID_ARGUMENT, 1835, "HY000", "malformed packet: %s"),
    SR06007(INVALID_ARGUMENT, 1156, "08S01", "packet number %d came where number %d was due"),

    SR07001(INVALID_ARGUMENT, 1105, "HY000", "%s: %s");

    private final Status status;
    private final int errno;
    private final String sqlState;
    private final String template;

    ErrorCode(Status status, int errno, String sqlState, String template) {
        this.status = status;
        this.errno = errno;
        this.sqlState = sqlState;
        this.template = template;
    }

    /** The class of the error. */
    public Status status() {
        return status;
    }

    /** The error number a MySQL client is shown. */
    public int errno() {
        return errno;
    }

    /** The five characters of the SQLSTATE a MySQL client is shown. */
    public String sqlState() {
        return sqlState;
    }

    /** The message as a {@link String#format} template. */
    public String template() {
        return template;
    }

    /** Makes the exception of this code; {@code args} fill the template. */
    public ShardrouteException error(Object... args) {
        return new ShardrouteException(this, message(args));
    }

    /** The message that {@link #error} would carry, without the code in front. */
    public String message(Object... args) {
        return String.format(Locale.ROOT, template, args);
    }
}

package dev.shardroute.sql.function;

/** The three truth values of SQL. */
enum Truth {
    FALSE, UNKNOWN, TRUE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }

    /** The lesser of both, as FALSE is less than UNKNOWN. */
    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth xor(Truth other) {
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : of(this != other);
    }
}

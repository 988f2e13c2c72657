package dev.shardroute.sql.lex;

import dev.shardroute.error.ErrorCode;

/**
 * The head of a comment such as <code>/&#42;!80400 … &#42;/</code>: what it holds is SQL for servers of that version and later ones.
 *
 * @param isRead    true when a server of the version whose grammar this is reads what the comment holds
 * @param textStart where that begins
 */
record VersionComment(boolean isRead, int textStart) {
    /** The last patch of MySQL 8.4. */
    private static final int GRAMMAR = 80499;
    private static final int HEAD = 3;
    private static final int DIGITS = 5;

    /**
     * Five digits are a version; with fewer there is none, and they are part of what the comment holds. Six digits and a
     * blank are a version too, but older servers take the sixth digit for SQL: that is refused.
     */
    static VersionComment at(byte[] bytes, int start, int limit) {
        int from = start + HEAD;
        int digits = 0;
        int version = 0;
        while (digits <= DIGITS && from + digits < limit && ByteClass.is(ByteClass.DIGIT, bytes[from + digits])) {
            version = digits < DIGITS ? version * 10 + bytes[from + digits] - '0' : version;
            digits++;
        }
        if (digits < DIGITS) {
            return new VersionComment(true, from);
        }
        int after = from + digits;
        boolean isRead = version <= GRAMMAR;
        if (isRead && digits > DIGITS && after < limit && ByteClass.is(ByteClass.BLANK, bytes[after])) {
            throw ErrorCode.VT12001.error("version comments of six digits");
        }
        return new VersionComment(isRead, from + DIGITS);
    }
}

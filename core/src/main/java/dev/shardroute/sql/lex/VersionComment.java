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
    static VersionComment at(String sql, int start) {
        int from = start + HEAD;
        int digits = digits(sql, from);
        if (digits < DIGITS) {
            return new VersionComment(true, from);
        }
        boolean isRead = Integer.parseInt(sql, from, from + DIGITS, 10) <= GRAMMAR;
        int after = from + digits;
        if (isRead && digits == DIGITS + 1 && after < sql.length() && Scanner.isBlank(sql.charAt(after))) {
            throw ErrorCode.VT12001.error("version comments of six digits");
        }
        return new VersionComment(isRead, from + DIGITS);
    }

    private static int digits(String sql, int from) {
        int end = from;
        while (end < sql.length() && Scanner.isDigit(sql.charAt(end))) {
            end++;
        }
        return end - from;
    }
}

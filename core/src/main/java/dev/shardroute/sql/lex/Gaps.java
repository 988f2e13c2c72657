package dev.shardroute.sql.lex;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.SyntaxException;

/**
 * Finds the ends of what stands between tokens: blanks, comments, and the signs of version comments, which are the head of
 * one that is read and its end. Remembers nothing; where a version comment began that is not ended yet is the caller's to
 * know.
 */
final class Gaps {
    /** The offset of no version comment. */
    static final int NONE = -1;
    private static final int DELETE = 0x7f;

    private final SqlText text;
    private final byte[] bytes;
    private final int limit;
    private final boolean readsVersions;

    /** {@code readsVersions} is false when version comments are comments like others, whatever their version is. */
    Gaps(SqlText text, boolean readsVersions) {
        this.text = text;
        this.bytes = text.array();
        this.limit = text.end();
        this.readsVersions = readsVersions;
    }

    /** The end of the blanks from {@code from} on. */
    int blanksEnd(int from) {
        int at = from;
        while (at < limit && ByteClass.is(ByteClass.BLANK, bytes[at])) {
            at++;
        }
        return at;
    }

    /** True when a comment or sign may begin at {@code at}: only then it is worth asking for its end. */
    boolean mayBegin(int at) {
        return at < limit && ByteClass.is(ByteClass.COMMENT, bytes[at]);
    }

    /**
     * The end of the comment or sign at {@code at}, or {@code at} when there is none.
     *
     * @param version where the version comment began that {@code at} is in, or {@link #NONE}
     */
    int end(int at, int version) {
        return switch (bytes[at]) {
            case '#' -> lineEnd(at);
            case '-' -> isDash(at) ? lineEnd(at) : at;
            case '*' -> version != NONE && peek(at + 1) == '/' ? at + 2 : at;
            case '/' -> peek(at + 1) == '*' ? blockEnd(at, version) : at;
            default -> at;
        };
    }

    /** Where the version comment began that what follows the comment or sign is in, or {@link #NONE}. */
    int versionAfter(int at, int end, int version) {
        if (isHead(at, end)) {
            return at;
        }
        return bytes[at] == '*' ? NONE : version;
    }

    /** True for a comment that is no version comment and no sign of one. */
    boolean isPlain(int at) {
        return bytes[at] != '*' && !isVersion(at);
    }

    /** A version comment that is not read ends with its signs, the head of one that is read does not. */
    private boolean isHead(int at, int end) {
        return readsVersions && isVersion(at) && bytes[end - 1] != '/';
    }

    private boolean isVersion(int at) {
        return bytes[at] == '/' && peek(at + 2) == '!';
    }

    /**
     * Two minus signs begin a comment when a blank or control character follows, or nothing. The end of a part is not the
     * end of the text: what follows there counts.
     */
    private boolean isDash(int at) {
        if (peek(at + 1) != '-') {
            return false;
        }
        byte next = at + 2 < bytes.length ? bytes[at + 2] : 0;
        return (next >= 0 && next <= ' ') || next == DELETE;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        return Math.min(limit, at + 1);
    }

    private int blockEnd(int at, int version) {
        if (peek(at + 2) != '!') {
            return closed(at, at + 2);
        }
        if (!readsVersions) {
            return nestedEnd(at);
        }
        if (version != NONE) {
            throw ErrorCode.VT12001.error("a version comment in another");
        }
        VersionComment comment = VersionComment.at(bytes, at, limit);
        return comment.isRead() ? comment.textStart() : nestedEnd(at);
    }

    private int closed(int comment, int from) {
        for (int i = from; i + 1 < limit; i++) {
            if (bytes[i] == '*' && bytes[i + 1] == '/') {
                return i + 2;
            }
        }
        throw unended(comment);
    }

    /** The end of a comment that may hold other comments, which hold none. */
    private int nestedEnd(int comment) {
        int i = comment + 2;
        while (i + 1 < limit) {
            if (bytes[i] == '*' && bytes[i + 1] == '/') {
                return i + 2;
            }
            i = bytes[i] == '/' && bytes[i + 1] == '*' ? closed(i, i + 2) : i + 1;
        }
        throw unended(comment);
    }

    SyntaxException unended(int comment) {
        return SyntaxException.at(text, comment, "the comment does not end");
    }

    private byte peek(int at) {
        return at < limit ? bytes[at] : 0;
    }
}

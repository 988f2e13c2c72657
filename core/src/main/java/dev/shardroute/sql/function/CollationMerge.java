package dev.shardroute.sql.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The collation that texts have together, by MySQL's rules of coercibility.
 *
 * @param collation    its name; null where texts of these collations cannot be put together, or one is not known
 * @param coercibility how much it counts
 */
record CollationMerge(@Nullable String collation, Coercibility coercibility) {
    /** What the operands have together; of numbers alone, that of the connection. */
    static CollationMerge of(List<Operand> operands, String connection) {
        CollationMerge merged = new CollationMerge(Collations.BINARY, Coercibility.IGNORABLE);
        for (Operand operand : operands) {
            merged = merged.with(new CollationMerge(operand.collation(), operand.coercibility()));
        }
        return merged.coercibility.compareTo(Coercibility.NUMERIC) < 0
                ? merged
                : new CollationMerge(connection, Coercibility.COERCIBLE);
    }

    private CollationMerge with(CollationMerge other) {
        int order = coercibility.compareTo(other.coercibility);
        if (collation == null || other.collation == null) {
            return new CollationMerge(null, order < 0 ? coercibility : other.coercibility);
        }
        if (collation.equals(other.collation)) {
            return order <= 0 ? this : other;
        }
        // what is no text gives way to what is
        if (other.coercibility.compareTo(Coercibility.NUMERIC) >= 0
                || coercibility.compareTo(Coercibility.NUMERIC) >= 0) {
            return order <= 0 ? this : other;
        }
        return withOtherText(other, collation, other.collation, order);
    }

    private CollationMerge withOtherText(CollationMerge other, String ours, String theirs, int order) {
        Collation left = Collations.find(ours);
        Collation right = Collations.find(theirs);
        boolean bothExplicit = order == 0 && coercibility == Coercibility.EXPLICIT;
        if (left == null || right == null || bothExplicit) {
            return new CollationMerge(null, Coercibility.NONE);
        }
        if (left.charset().equals(right.charset())) {
            return order != 0 ? stronger(other, order) : sameCharset(left, right);
        }
        if (ours.equals(Collations.BINARY) || theirs.equals(Collations.BINARY)) {
            return order == 0 ? new CollationMerge(Collations.BINARY, coercibility) : stronger(other, order);
        }
        return otherCharset(other, left, right, order);
    }

    private CollationMerge stronger(CollationMerge other, int order) {
        return order < 0 ? this : other;
    }

    private CollationMerge sameCharset(Collation left, Collation right) {
        if (left.isBinary() != right.isBinary()) {
            return new CollationMerge(left.isBinary() ? left.name() : right.name(), coercibility);
        }
        Collation binary = Collations.binaryOf(left.charset());
        return new CollationMerge(binary == null ? null : binary.name(), Coercibility.NONE);
    }

    /** The wider character set wins where it may; otherwise a literal gives way. */
    private CollationMerge otherCharset(CollationMerge other, Collation left, Collation right, int order) {
        int leftWidth = width(left.charset());
        int rightWidth = width(right.charset());
        if (leftWidth > rightWidth && order <= 0) {
            return this;
        }
        if (rightWidth > leftWidth && order >= 0) {
            return other;
        }
        CollationMerge weaker = order < 0 ? other : this;
        boolean givesWay = order != 0 && weaker.coercibility.compareTo(Coercibility.IMPLICIT) > 0;
        return givesWay ? stronger(other, order) : new CollationMerge(null, Coercibility.NONE);
    }

    /** How much of Unicode a character set has: all other character sets are parts of its own. */
    private static int width(String charset) {
        return switch (charset) {
            case "utf8mb4" -> 3;
            case "utf32", "utf16", "utf16le", "gb18030" -> 2;
            case "utf8mb3", "ucs2" -> 1;
            default -> 0;
        };
    }
}

package dev.shardroute.sql.function;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.type.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What CAST and CONVERT make of a value. */
final class CastTypes {
    /** The precision of DECIMAL where nothing is said. */
    static final int DECIMAL_PRECISION = 10;
    static final int MOST_DECIMAL_PRECISION = 65;
    static final int MOST_DECIMAL_SCALE = 30;
    /** Digits of the fraction of a second. */
    static final int MOST_FRACTION = 6;
    /** Strings that may be longer than this many bytes are of a large type. */
    private static final int LARGE = 65_535;
    private static final int LONGEST_CHARACTER = 4;

    private CastTypes() {}

    /**
     * What CAST makes.
     *
     * @param name  the type in one word: {@code char} for all of its names, {@code decimal} for {@code dec}
     * @param first the length or precision, -1 where nothing is said
     * @param scale the scale, 0 where nothing is said
     */
    record Target(String name, int first, int scale) {
        static Target of(DataType type) {
            return new Target(word(type.name().toLowerCase(Locale.ROOT)), number(type.length(), -1),
                    number(type.scale(), 0));
        }

        private static String word(String name) {
            return switch (name) {
                case "character" -> "char";
                case "national char" -> "nchar";
                case "dec" -> "decimal";
                case "double precision", "real" -> "double";
                default -> name;
            };
        }

        private static int number(@Nullable String digits, int otherwise) {
            if (digits == null) {
                return otherwise;
            }
            // longer than any limit, whatever it is
            return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        }

        int precision() {
            return first <= 0 ? DECIMAL_PRECISION : first;
        }

        int fraction() {
            return Math.max(first, 0);
        }
    }

    /** The type of a cast of {@code operand}; null where it is not known or MySQL refuses it. */
    static @Nullable Operand cast(DataType type, Operand operand, String connection) {
        Target target = Target.of(type);
        return switch (target.name()) {
            case "signed" -> Operand.of(Type.INT64, true);
            case "unsigned" -> Operand.of(Type.UINT64, true);
            case "double" -> Operand.of(Type.FLOAT64, true);
            case "float" -> Operand.of(target.first() > 24 ? Type.FLOAT64 : Type.FLOAT32, true);
            case "decimal" -> Operand.of(Type.DECIMAL, true, target.precision(), target.scale());
            case "date" -> Operand.of(Type.DATE, true);
            case "time" -> Operand.of(Type.TIME, true, 0, target.fraction());
            case "datetime" -> Operand.of(Type.DATETIME, true, 0, target.fraction());
            case "year" -> Operand.of(Type.YEAR, true);
            case "json" -> Operand.of(Type.JSON, true);
            case "binary" -> Operand.of(isLarge(target, operand, 1) ? Type.BLOB : Type.VARBINARY, true);
            case "char" -> text(isLarge(target, operand, LONGEST_CHARACTER), charCollation(type, connection));
            case "nchar" -> text(isLarge(target, operand, LONGEST_CHARACTER), Collations.SYSTEM);
            default -> null;
        };
    }

    private static Operand text(boolean isLarge, @Nullable String collation) {
        boolean isBinary = Collations.BINARY.equals(collation);
        Type type = isLarge ? Type.TEXT : Type.VARCHAR;
        Type bytes = isLarge ? Type.BLOB : Type.VARBINARY;
        return Operand.text(isBinary ? bytes : type, collation, true, Coercibility.IMPLICIT);
    }

    private static boolean isLarge(Target target, Operand operand, int width) {
        if (target.first() >= 0) {
            return (long) target.first() * width > LARGE;
        }
        return switch (operand.kind()) {
            case TEXT, BLOB, JSON -> true;
            default -> false;
        };
    }

    /** The collation of {@code CHAR [CHARACTER SET x] [BINARY]}; null where there is no such character set. */
    private static @Nullable String charCollation(DataType type, String connection) {
        Collation named = type.charset() == null ? Collations.find(connection) : Collations.defaultOf(type.charset());
        if (named != null && type.binary()) {
            named = Collations.binaryOf(named.charset());
        }
        return named == null ? null : named.name();
    }
}

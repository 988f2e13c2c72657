package dev.shardroute.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;

final class WholeNumberTest {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    @Property
    void parse_agreesWithBigInteger(
            @ForAll @BigRange(min = "-40000000000000000000", max = "40000000000000000000") BigInteger number) {
        boolean fits = number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
        OptionalLong expected = fits ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
        assertEquals(expected, WholeNumber.parse(number.toString().getBytes(ISO_8859_1)));
    }

    @Property
    void parse_ofAnyLong_isThatLong(@ForAll long number) {
        assertEquals(OptionalLong.of(number), WholeNumber.parse(Long.toString(number).getBytes(ISO_8859_1)));
        assertEquals(OptionalLong.of(number), WholeNumber.parse(Long.toUnsignedString(number).getBytes(ISO_8859_1)));
    }

    @Property
    void ofBigEndian_agreesWithBigInteger(@ForAll @Size(max = 10) byte[] bytes) {
        BigInteger number = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(1, bytes);
        OptionalLong expected = number.bitLength() <= 64 ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
        assertEquals(expected, WholeNumber.ofBigEndian(bytes));
    }
}

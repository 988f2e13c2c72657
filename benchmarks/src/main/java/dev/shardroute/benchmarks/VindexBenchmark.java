package dev.shardroute.benchmarks;

import dev.shardroute.key.Destination;
import dev.shardroute.type.Value;
import dev.shardroute.vindex.SingleColumnVindex;
import dev.shardroute.vindex.VindexRegistry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Collator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a value to its keyspace id, with what the JDK has, used plainly, as yardsticks; another value every time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VindexBenchmark {
    private static final int VALUES = 1_024;

    /** Those of XXH64. */
    private static final long[] PRIMES = {
        0x9E3779B185EBCA87L, 0xC2B2AE3D27D4EB4FL, 0x165667B19E3779F9L, 0x85EBCA77C2B2AE63L, 0x27D4EB2F165667C5L
    };

    private final SingleColumnVindex hash = vindex("hash");
    private final SingleColumnVindex numeric = vindex("numeric");
    private final SingleColumnVindex xxhash = vindex("xxhash");
    private final SingleColumnVindex binary = vindex("binary");
    private final SingleColumnVindex binaryMd5 = vindex("binary_md5");
    private final SingleColumnVindex looseMd5 = vindex("unicode_loose_md5");
    private final SingleColumnVindex looseXxHash = vindex("unicode_loose_xxhash");

    private final Value[] numbers = values(Value::of);
    private final Value[] texts = values(i -> Value.of(text(i)));
    private final Value[] accented = values(i -> Value.of(text(i).replace("user", "Łódź")));

    private final Cipher des = zeroKeyDes();
    private final Collator collator = primaryCollator();
    private final MessageDigest md5 = md5();
    private int next;

    /** Made by JMH. */
    public VindexBenchmark() {}

    /** A number of up to 13 digits, by DES. */
    @Benchmark
    public Destination hash() {
        return hash.map(numbers[step()]);
    }

    /** The same number as it is. */
    @Benchmark
    public Destination numeric() {
        return numeric.map(numbers[step()]);
    }

    /** 20 bytes of text, by XXH64. */
    @Benchmark
    public Destination xxhash() {
        return xxhash.map(texts[step()]);
    }

    /** The same 20 bytes as they are. */
    @Benchmark
    public Destination binary() {
        return binary.map(texts[step()]);
    }

    /** The same 20 bytes, by MD5. */
    @Benchmark
    public Destination binaryMd5() {
        return binaryMd5.map(texts[step()]);
    }

    /** The weights of 20 characters, all of them ASCII, by MD5. */
    @Benchmark
    public Destination unicodeLooseMd5() {
        return looseMd5.map(texts[step()]);
    }

    /** The weights of 20 characters, three of them with accents, by MD5. */
    @Benchmark
    public Destination unicodeLooseMd5OfAccents() {
        return looseMd5.map(accented[step()]);
    }

    /** The weights of 20 characters, all of them ASCII, by XXH64. */
    @Benchmark
    public Destination unicodeLooseXxHash() {
        return looseXxHash.map(texts[step()]);
    }

    /** DES of the JDK, of eight bytes; no value is read, no keyspace id is made. */
    @Benchmark
    public byte[] jdkDes() throws GeneralSecurityException {
        return des.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(number(step())).array());
    }

    /** MD5 of the JDK, of the same 20 bytes. */
    @Benchmark
    public byte[] jdkMd5() {
        return md5.digest(texts[step()].bytes());
    }

    /** XXH64 as its specification describes it, of the same 20 bytes; it is right for less than 32. */
    @Benchmark
    public long plainXxHash() {
        ByteBuffer rest = ByteBuffer.wrap(texts[step()].bytes()).order(ByteOrder.LITTLE_ENDIAN);
        long hash = PRIMES[4] + rest.remaining();
        while (rest.remaining() >= Long.BYTES) {
            hash ^= Long.rotateLeft(rest.getLong() * PRIMES[1], 31) * PRIMES[0];
            hash = Long.rotateLeft(hash, 27) * PRIMES[0] + PRIMES[3];
        }
        while (rest.remaining() >= Integer.BYTES) {
            hash ^= Integer.toUnsignedLong(rest.getInt()) * PRIMES[0];
            hash = Long.rotateLeft(hash, 23) * PRIMES[1] + PRIMES[2];
        }
        while (rest.hasRemaining()) {
            hash ^= Byte.toUnsignedLong(rest.get()) * PRIMES[4];
            hash = Long.rotateLeft(hash, 11) * PRIMES[0];
        }
        hash = (hash ^ hash >>> 33) * PRIMES[1];
        hash = (hash ^ hash >>> 29) * PRIMES[2];
        return hash ^ hash >>> 32;
    }

    /** The primary weights that the collator of the JDK gives the same 20 characters, by its MD5. */
    @Benchmark
    public byte[] jdkCollatorMd5() {
        return md5.digest(collator.getCollationKey(texts[step()].text()).toByteArray());
    }

    private int step() {
        next = (next + 1) % VALUES;
        return next;
    }

    private static SingleColumnVindex vindex(String type) {
        return (SingleColumnVindex) VindexRegistry.standard().create(type, type, Map.of());
    }

    private static Cipher zeroKeyDes() {
        try {
            Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[Long.BYTES], "DES"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collator primaryCollator() {
        Collator collator = Collator.getInstance(Locale.ROOT);
        collator.setStrength(Collator.PRIMARY);
        return collator;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Value[] values(LongFunction<Value> value) {
        return LongStream.range(0, VALUES).map(VindexBenchmark::number).mapToObj(value).toArray(Value[]::new);
    }

    private static long number(long i) {
        return i * 1_000_003 * 997;
    }

    private static String text(long number) {
        return "user-%015d".formatted(number);
    }
}

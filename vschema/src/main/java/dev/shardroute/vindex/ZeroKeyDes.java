package dev.shardroute.vindex;

/**
 * One block of DES (FIPS 46-3) under the key of eight zero bytes. All sixteen round keys of that key are zero, so a round is
 * expansion, S-boxes and permutation P only, and enciphering twice gives the block back.
 */
final class ZeroKeyDes {
    /** The S-boxes 1 to 8 of FIPS 46-3: four rows of sixteen hexadecimal digits each. */
    private static final String[] BOXES = {
        "e4d12fb83a6c5907" + "0f74e2d1a6cb9538" + "41e8d62bfc973a50" + "fc8249175b3ea06d",
        "f18e6b34972dc05a" + "3d47f28ec01a69b5" + "0e7ba4d158c6932f" + "d8a13f42b67c05e9",
        "a09e63f51dc7b428" + "d709346a285ecbf1" + "d6498f30b12c5ae7" + "1ad069874fe3b52c",
        "7de3069a1285bc4f" + "d8b56f03472c1ae9" + "a690cb7df13e5284" + "3f06a1d8945bc72e",
        "2c417ab6853fd0e9" + "eb2c47d150fa3986" + "421bad78f9c5630e" + "b8c71e2d6f09a453",
        "c1af92680d34e75b" + "af427c9561de0b38" + "9ef528c3704a1db6" + "432c95fabe17608d",
        "4b2ef08d3c975a61" + "d0b7491ae35c2f86" + "14bdc37eaf680592" + "6bd814a7950fe23c",
        "d2846fb1a93e50c7" + "1fd8a374c56b0e92" + "7b419ce206adf358" + "21e74a8dfc90356b",
    };

    /** The permutation P of FIPS 46-3: which bit, 1 being the most significant, comes to each place. */
    private static final int[] P = {
        16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11,
        4, 25
    };

    private static final int INPUTS = 64;
    private static final int[] SUBSTITUTED = substituted();

    private ZeroKeyDes() {}

    /** What each S-box gives for each six bits of input, already permuted by P. */
    private static int[] substituted() {
        int[] table = new int[BOXES.length * INPUTS];
        for (int box = 0; box < BOXES.length; box++) {
            for (int input = 0; input < INPUTS; input++) {
                int row = ((input >> 4) & 2) | (input & 1);
                int column = (input >> 1) & 15;
                int output = Character.digit(BOXES[box].charAt(row * 16 + column), 16);
                table[box * INPUTS + input] = permuted(output << (28 - 4 * box));
            }
        }
        return table;
    }

    private static int permuted(int bits) {
        int result = 0;
        for (int from : P) {
            result = (result << 1) | ((bits >>> (32 - from)) & 1);
        }
        return result;
    }

    /** Enciphers a block, its first byte being the most significant. */
    static long encipher(long block) {
        long split = initialPermutation(block);
        int left = (int) (split >>> 32);
        int right = (int) split;
        for (int round = 0; round < 16; round += 2) {
            left ^= mixed(right);
            right ^= mixed(left);
        }
        // the halves change places after the last round
        return finalPermutation(((long) right << 32) | (left & 0xffffffffL));
    }

    /** Deciphers a block; with these round keys it is the same as {@link #encipher}. */
    static long decipher(long block) {
        return encipher(block);
    }

    /** Pairs are put together first, so that none of them waits for all the others. */
    private static int mixed(int half) {
        int first = SUBSTITUTED[Integer.rotateLeft(half, 5) & 63] ^ SUBSTITUTED[64 + ((half >>> 23) & 63)];
        int second = SUBSTITUTED[128 + ((half >>> 19) & 63)] ^ SUBSTITUTED[192 + ((half >>> 15) & 63)];
        int third = SUBSTITUTED[256 + ((half >>> 11) & 63)] ^ SUBSTITUTED[320 + ((half >>> 7) & 63)];
        int fourth = SUBSTITUTED[384 + ((half >>> 3) & 63)] ^ SUBSTITUTED[448 + (Integer.rotateLeft(half, 1) & 63)];
        return (first ^ second) ^ (third ^ fourth);
    }

    /** IP of FIPS 46-3: the block as a matrix, a row a byte, is turned; its odd columns are the left half. */
    private static long initialPermutation(long block) {
        long rows = transposed(Long.reverseBytes(block));
        return (packed(rows) << 32) | packed(rows >>> 8);
    }

    /** The inverse of {@link #initialPermutation}. */
    private static long finalPermutation(long block) {
        long rows = spread(block >>> 32) | (spread(block & 0xffffffffL) << 8);
        return Long.reverseBytes(transposed(rows));
    }

    /** The rows of a matrix of bits become its columns. */
    private static long transposed(long matrix) {
        long x = swapped(matrix, 0x00aa00aa00aa00aaL, 7);
        x = swapped(x, 0x0000cccc0000ccccL, 14);
        return swapped(x, 0x00000000f0f0f0f0L, 28);
    }

    /** Changes the bits of {@code mask} and those {@code distance} higher. */
    private static long swapped(long x, long mask, int distance) {
        long change = (x ^ (x >>> distance)) & mask;
        return x ^ change ^ (change << distance);
    }

    /** Every other byte, the lowest first, as an int. */
    private static long packed(long x) {
        long bytes = x & 0x00ff00ff00ff00ffL;
        long pairs = (bytes | (bytes >>> 8)) & 0x0000ffff0000ffffL;
        return (pairs | (pairs >>> 16)) & 0xffffffffL;
    }

    /** The inverse of {@link #packed}. */
    private static long spread(long x) {
        long pairs = (x | (x << 16)) & 0x0000ffff0000ffffL;
        return (pairs | (pairs << 8)) & 0x00ff00ff00ff00ffL;
    }
}

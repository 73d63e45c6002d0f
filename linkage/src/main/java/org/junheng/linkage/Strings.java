package org.junheng.linkage;

/** Likeness of texts by characters. */
final class Strings {

    /** Longer texts are compared by their first so many characters: one bit each. */
    private static final int MOST = 64;

    private Strings() {}

    /** Jaro–Winkler similarity, 0 to 1; prefix weight 0.1, at most four characters. */
    static double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        int limit = Math.min(4, Math.min(a.length(), b.length()));
        while (prefix < limit && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double jaro(String left, String right) {
        String a = left.length() > MOST ? left.substring(0, MOST) : left;
        String b = right.length() > MOST ? right.substring(0, MOST) : right;
        int range = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        long inA = 0;
        long inB = 0;
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length(), i + range + 1);
            for (int j = Math.max(0, i - range); j < end; j++) {
                if ((inB >>> j & 1) == 0 && a.charAt(i) == b.charAt(j)) {
                    inA |= 1L << i;
                    inB |= 1L << j;
                    break;
                }
            }
        }
        double c = Long.bitCount(inA);
        return c == 0 ? 0 : (c / a.length() + c / b.length() + (c - moved(a, b, inA, inB) / 2.0) / c) / 3;
    }

    private static int moved(String a, String b, long inA, long inB) {
        int moved = 0;
        long left = inB;
        for (long right = inA; right != 0; right &= right - 1) {
            if (a.charAt(Long.numberOfTrailingZeros(right)) != b.charAt(Long.numberOfTrailingZeros(left))) {
                moved++;
            }
            left &= left - 1;
        }
        return moved;
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
    static int distance(String a, String b) {
        int[] twoAgo = new int[b.length() + 1];
        int[] ago = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            ago[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = ago[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(ago[j], now[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], twoAgo[j - 2] + 1);
                }
            }
            int[] spare = twoAgo;
            twoAgo = ago;
            ago = now;
            now = spare;
        }
        return ago[b.length()];
    }

    /** In how many places two texts of the same length differ. */
    static int hamming(String a, String b) {
        int differing = 0;
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                differing++;
            }
        }
        return differing;
    }

    /** A 64-bit hash, never 0. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    static long mix(long hash) {
        long h = hash;
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        h ^= h >>> 31;
        return h == 0 ? 1 : h;
    }
}

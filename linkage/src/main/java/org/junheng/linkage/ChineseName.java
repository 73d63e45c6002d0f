package org.junheng.linkage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Chinese name by its characters and its readings: the same, sounding the same (in any reading of each character),
 * nearly the same (a character differs, is masked, missing or moved), the same surname, different.
 */
final class ChineseName implements Comparison {

    static final int SURNAME = 2;
    static final int NEAR = 3;
    static final int HOMOPHONE = 4;
    static final int SAME = 5;

    private static final double NEAR_PINYIN = 0.93;

    /** Beyond the letters of pinyin with and without tones. */
    private static final char LATIN_END = 0x250;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String column;

    ChineseName(String column) {
        this.column = column;
    }

    /**
     * A name in comparable form.
     *
     * @param text simplified characters or capital letters, no blanks
     * @param pinyin toneless, surname read as a surname
     * @param surname its reading; empty where the name is in letters without a blank
     */
    record Value(String text, String pinyin, String surname, boolean isLatin) {}

    /** Whose child an infant without a name is, as in 王芳之子; null for any other name. The name is folded. */
    static @Nullable String motherOf(String name) {
        for (String ending : new String[] {"之子", "之女", "之婴"}) {
            if (name.endsWith(ending) && name.length() >= 4) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return null;
    }

    /** Full width, traditional and variant forms folded; blanks and dots removed; capitals. */
    static String fold(String raw) {
        String plain = Normalizer.isNormalized(raw, Normalizer.Form.NFKC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        var folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 0x2E80) {
                folded.append(Traditional.simplified(c));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && "·•・.".indexOf(c) < 0) {
                folded.append(Character.toUpperCase(c));
            }
        }
        return folded.toString();
    }

    @Override
    public String name() {
        return "name";
    }

    @Override
    public @Nullable Value read(UnaryOperator<String> row) {
        String raw = row.apply(column);
        String text = fold(raw);
        if (text.isEmpty() || motherOf(text) != null) {
            return null;
        }
        if (isLatin(text)) {
            String[] words = BLANKS.split(raw.strip().toLowerCase(Locale.ROOT));
            return new Value(text, String.join("", words), words.length > 1 ? words[0] : "", true);
        }
        return new Value(text, Pinyin.name(text), Pinyin.surname(text), false);
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LATIN_END || !(Character.isLetter(c) || c == '\'')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int level(Object a, Object b) {
        return level((Value) a, (Value) b);
    }

    private static int level(Value a, Value b) {
        if (a.text.equals(b.text)) {
            return SAME;
        }
        if (a.pinyin.equals(b.pinyin) || (!a.isLatin && !b.isLatin && Pinyin.soundsAlike(a.text, b.text))) {
            return HOMOPHONE;
        }
        boolean sameSurname = a.surname.equals(b.surname);
        if (sameSurname && !a.isLatin && !b.isLatin && isNear(a.text, b.text)) {
            return NEAR;
        }
        if ((sameSurname || a.isLatin || b.isLatin) && Strings.jaroWinkler(a.pinyin, b.pinyin) >= NEAR_PINYIN) {
            return NEAR;
        }
        return sameSurname ? SURNAME : DIFFERENT;
    }

    /** One character differs, is masked, missing, or two have changed places. */
    static boolean isNear(String a, String b) {
        if (a.length() == b.length()) {
            int differing = 0;
            for (int i = 0; i < a.length(); i++) {
                if (a.charAt(i) != b.charAt(i)) {
                    differing++;
                }
            }
            return differing == 1 || (differing == 2 && Strings.distance(a, b) == 1);
        }
        return Math.abs(a.length() - b.length()) == 1
                && Math.min(a.length(), b.length()) > 1
                && Strings.distance(a, b) == 1;
    }

    /** Whether no character is hidden, as in 王* or 王某 or 王□. */
    private static boolean isLegible(String text) {
        return text.codePoints().allMatch(c -> Character.isIdeographic(c) && c != '某');
    }

    /** Two given names of one pattern with one legible character apart: how families name twins and siblings. */
    static boolean isSiblingPattern(Value a, Value b) {
        return a.text.length() == b.text.length()
                && Strings.hamming(a.text, b.text) == 1
                && level(a, b) == NEAR
                && areLegible(a, b);
    }

    /** The same surname and another given name, both written out in characters. */
    static boolean isOtherGivenName(Value a, Value b) {
        return level(a, b) == SURNAME && areLegible(a, b);
    }

    private static boolean areLegible(Value a, Value b) {
        return !a.isLatin && !b.isLatin && isLegible(a.text) && isLegible(b.text);
    }

    @Override
    public int top() {
        return SAME;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public boolean countsFrequency() {
        return true;
    }
}

package org.junheng.register.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * The search keys of a Chinese name: folded characters, pinyin without tones, initials. A surname is read as a surname
 * (曾 zeng, 单 shan), given names by their first reading.
 *
 * @param folded full-width forms folded, blanks and dots removed, capitals
 * @param pinyin without tones and blanks
 * @param initials first letters of the syllables
 */
record NameKeys(String folded, String pinyin, String initials) {

    private static final Map<Character, String> SURNAMES = Map.ofEntries(
            Map.entry('单', "shan"),
            Map.entry('曾', "zeng"),
            Map.entry('仇', "qiu"),
            Map.entry('解', "xie"),
            Map.entry('查', "zha"),
            Map.entry('任', "ren"),
            Map.entry('盖', "ge"),
            Map.entry('华', "hua"),
            Map.entry('翟', "zhai"),
            Map.entry('朴', "piao"),
            Map.entry('区', "ou"),
            Map.entry('乐', "yue"),
            Map.entry('尉', "yu"),
            Map.entry('纪', "ji"),
            Map.entry('缪', "miao"),
            Map.entry('宁', "ning"),
            Map.entry('种', "chong"),
            Map.entry('秘', "bi"),
            Map.entry('冼', "xian"),
            Map.entry('覃', "qin"));

    private static final Map<Character, String> READINGS = new ConcurrentHashMap<>();

    static NameKeys of(String name) {
        var folded = fold(name);
        var pinyin = new StringBuilder();
        var initials = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            var syllable = i == 0
                    ? SURNAMES.getOrDefault(folded.charAt(0), reading(folded.charAt(0)))
                    : reading(folded.charAt(i));
            pinyin.append(syllable);
            initials.append(syllable, 0, Math.min(1, syllable.length()));
        }
        return new NameKeys(folded, pinyin.toString(), initials.toString());
    }

    /** Folds a name as it is stored and searched. */
    static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s·•・.]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String reading(char character) {
        return READINGS.computeIfAbsent(character, NameKeys::firstReading);
    }

    private static String firstReading(char character) {
        var readings = PinyinHelper.toHanyuPinyinStringArray(character);
        return readings == null || readings.length == 0
                ? String.valueOf(Character.toLowerCase(character))
                : readings[0].replaceAll("[0-9]", "").replace("u:", "v");
    }
}

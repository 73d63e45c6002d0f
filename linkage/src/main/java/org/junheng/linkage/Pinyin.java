package org.junheng.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;

/** Toneless readings of Chinese characters: all of them, and the one a surname has. */
final class Pinyin {

    /** Single surnames whose reading is not the character's first one, and those often read wrong. */
    private static final String SINGLE = """
            曾zeng 单shan 解xie 仇qiu 区ou 查zha 朴piao 覃qin 缪miao 召shao 乐yue 翟zhai 任ren 盖ge 华hua 尉yu 纪ji 宁ning 种chong \
            秘bi 冼xian 葛ge 洗xian 佴nai 谌chen 郇huan 繁po 令ling 折she 黑he 员yun 贠yun 牟mu 隗wei 逄pang 晁chao 芮rui 车che 薄bo \
            强qiang 都du 阚kan 应ying 燕yan 哈ha 那na 万wan 祭zhai 能nai 句gou 幺yao 乜nie 撒sa 扎zha 藏zang 臧zang 郗xi 郝hao 靳jin \
            卜bu 柏bai 冯feng 鲍bao 费fei 褚chu 沈shen 俞yu 於yu 於yu 訾zi 过guo 干gan 龙long 洪hong 石shi 什shi 瞿qu 南nan 会gui 呙guo \
            相xiang 重chong 适kuo 省xing 行xing 参shen 长chang 谷gu 曲qu 无wu 尹yin""";

    private static final Map<String, String> COMPOUND = Map.ofEntries(
            Map.entry("欧阳", "ouyang"),
            Map.entry("尉迟", "yuchi"),
            Map.entry("万俟", "moqi"),
            Map.entry("长孙", "zhangsun"),
            Map.entry("单于", "chanyu"),
            Map.entry("澹台", "tantai"),
            Map.entry("鲜于", "xianyu"),
            Map.entry("令狐", "linghu"),
            Map.entry("司马", "sima"),
            Map.entry("上官", "shangguan"),
            Map.entry("诸葛", "zhuge"),
            Map.entry("夏侯", "xiahou"),
            Map.entry("皇甫", "huangfu"),
            Map.entry("宇文", "yuwen"),
            Map.entry("慕容", "murong"),
            Map.entry("东方", "dongfang"),
            Map.entry("公孙", "gongsun"),
            Map.entry("司徒", "situ"),
            Map.entry("轩辕", "xuanyuan"),
            Map.entry("端木", "duanmu"),
            Map.entry("百里", "baili"),
            Map.entry("南宫", "nangong"),
            Map.entry("呼延", "huyan"),
            Map.entry("赫连", "helian"));

    private static final Map<Character, String> SURNAMES = surnames();
    private static final Map<Character, List<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    private static Map<Character, String> surnames() {
        Map<Character, String> surnames = new HashMap<>();
        for (String entry : SINGLE.split("\\s+")) {
            surnames.put(entry.charAt(0), entry.substring(1));
        }
        return Map.copyOf(surnames);
    }

    /** How many surnames have a reading of their own here. */
    static int surnameCount() {
        return SURNAMES.size() + COMPOUND.size();
    }

    /** The reading of a name's surname; name folded. */
    static String surname(String name) {
        String compound = name.length() > 2 ? COMPOUND.get(name.substring(0, 2)) : null;
        return compound != null ? compound : surname(name.charAt(0));
    }

    private static String surname(char first) {
        String own = SURNAMES.get(first);
        return own != null ? own : readings(first).getFirst();
    }

    /** The whole name without blanks: the surname as surname, each other character by its first reading. */
    static String name(String name) {
        String compound = name.length() > 2 ? COMPOUND.get(name.substring(0, 2)) : null;
        var pinyin = new StringBuilder(compound != null ? compound : surname(name.charAt(0)));
        for (int i = compound != null ? 2 : 1; i < name.length(); i++) {
            pinyin.append(readings(name.charAt(i)).getFirst());
        }
        return pinyin.toString();
    }

    /** All readings, the commonest first; a character that has none reads as itself. */
    static List<String> readings(char character) {
        return READINGS.computeIfAbsent(character, Pinyin::lookUp);
    }

    private static List<String> lookUp(char character) {
        String[] found = PinyinHelper.toHanyuPinyinStringArray(character);
        if (found == null || found.length == 0) {
            return List.of(String.valueOf(Character.toLowerCase(character)));
        }
        return Arrays.stream(found)
                .map(r -> r.replaceAll("[0-9]", "").replace("u:", "v"))
                .distinct()
                .toList();
    }

    /** Whether two names sound alike, character by character, in some reading of each. */
    static boolean soundsAlike(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (!sharesReading(a.charAt(i), b.charAt(i), i == 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sharesReading(char a, char b, boolean isSurname) {
        if (a == b || (isSurname && surname(a).equals(surname(b)))) {
            return true;
        }
        List<String> other = readings(b);
        for (String reading : readings(a)) {
            if (other.contains(reading)) {
                return true;
            }
        }
        return false;
    }
}

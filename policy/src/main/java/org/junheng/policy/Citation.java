package org.junheng.policy;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The place in the law something rests on.
 *
 * @param document the document
 * @param article the article as the law numbers it ({@code 第十条第二款}), empty for the whole document
 */
public record Citation(LegalDocument document, String article) {

    private static final Pattern PART = Pattern.compile("第([一二三四五六七八九十百零]+)(章|节|条|款|项)");
    private static final Map<String, String> PARTS =
            Map.of("章", "Chapter", "节", "Section", "条", "Article", "款", "paragraph", "项", "item");
    private static final String DIGITS = "一二三四五六七八九";

    /** As people read it: {@code 《育儿补贴制度实施方案》第五条}. */
    public Text label() {
        String number = document.number().isEmpty() ? "" : "（" + document.number() + "）";
        String english = document.number().isEmpty() ? "" : " (" + document.number() + ")";
        return new Text(
                "《" + document.title().zh() + "》" + number + article,
                document.title().en() + english + (article.isEmpty() ? "" : ", " + inEnglish(article)));
    }

    /** {@code Article 10 paragraph 2}; what is numbered in another way stays as it is. */
    private static String inEnglish(String article) {
        return PART.matcher(article)
                .replaceAll(part -> PARTS.get(part.group(2)) + " " + number(part.group(1)) + " ")
                .strip();
    }

    /** 九 is 9, 十二 is 12, 一百零三 is 103. */
    private static int number(String chinese) {
        int sum = 0;
        int digit = 0;
        for (var sign : chinese.split("")) {
            switch (sign) {
                case "百" -> {
                    sum += Math.max(digit, 1) * 100;
                    digit = 0;
                }
                case "十" -> {
                    sum += Math.max(digit, 1) * 10;
                    digit = 0;
                }
                default -> digit = DIGITS.indexOf(sign) + 1;
            }
        }
        return sum + digit;
    }
}

package org.junheng.policy;

/**
 * The place in the law something rests on.
 *
 * @param document the document
 * @param article the article, empty for the whole document
 */
public record Citation(LegalDocument document, String article) {

    /** As people read it: {@code 《育儿补贴制度实施方案》第五条}. */
    public Text label() {
        String number = document.number().isEmpty() ? "" : "（" + document.number() + "）";
        String english = document.number().isEmpty() ? "" : " (" + document.number() + ")";
        return new Text(
                "《" + document.title().zh() + "》" + number + article,
                document.title().en() + english + (article.isEmpty() ? "" : ", " + article));
    }
}

package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {

    private static final LegalDocument REGULATION = new LegalDocument(
            "regulation", new Text("条例", "Regulation"), "〔2021〕1号", LocalDate.of(2021, 11, 25), false);

    @ParameterizedTest
    @CsvSource({
        "第九条, Article 9",
        "第十条, Article 10",
        "第十二条, Article 12",
        "第二十条第二款, Article 20 paragraph 2",
        "第一百零三条第一项, Article 103 item 1",
        "附件二, 附件二"
    })
    void an_article_is_numbered_in_english_as_english_does(String article, String english) {
        var citation = new Citation(REGULATION, article);

        assertThat(citation.label().zh()).isEqualTo("《条例》（〔2021〕1号）" + article);
        assertThat(citation.label().en()).isEqualTo("Regulation (〔2021〕1号), " + english);
    }
}

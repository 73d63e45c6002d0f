package org.junheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junheng.PlatformTest;
import org.junheng.database.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class SourcesTest {

    @Autowired
    @Loader
    private JdbcClient database;

    @Autowired
    private MessageSource words;

    @Test
    void every_source_of_the_register_has_words_in_both_languages() {
        var codes = database.sql("SELECT code FROM register.source")
                .query(String.class)
                .list();

        assertThat(codes).isNotEmpty().allSatisfy(code -> {
            for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                assertThat(words.getMessage("register.source." + code, null, "", locale))
                        .isNotBlank();
            }
        });
    }
}

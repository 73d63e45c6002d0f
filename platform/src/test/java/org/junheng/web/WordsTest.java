package org.junheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of all pages: complete in Chinese and English. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9][A-Za-z0-9._-]*)[}(]");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(RESOURCES.resolve("i18n"))) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void chinese_and_english_have_the_same_keys(String module) throws IOException {
        assertThat(words(module + "_en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(words(module).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_key_begins_with_the_name_of_its_module(String module) throws IOException {
        assertThat(words(module).stringPropertyNames()).allMatch(key -> key.startsWith(module + "."));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void english_is_english_and_no_echo_of_the_key(String module) throws IOException {
        words(module + "_en").forEach((key, text) -> {
            if (!key.equals("web.other-language")) {
                assertThat(HAN.matcher((String) text).find())
                        .as("Chinese in %s=%s", key, text)
                        .isFalse();
            }
            assertThat((String) text).as(key.toString()).isNotBlank().isNotEqualTo(key);
        });
    }

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_name_values_that_exist_and_no_straight_apostrophe_swallows_text(String module)
            throws IOException {
        for (var file : new String[] {module, module + "_en"}) {
            words(file).forEach((key, text) -> {
                assertThat((String) text).as("%s in %s", key, file).doesNotContain("'");
                if (((String) text).contains("{")) {
                    assertThat(new MessageFormat((String) text).getFormatsByArgumentIndex())
                            .as("%s in %s", key, file)
                            .hasSizeBetween(1, 9);
                }
            });
        }
    }

    @Test
    void every_key_that_a_template_names_exists() throws IOException {
        var known = new TreeSet<String>();
        for (var module : modules().toList()) {
            known.addAll(words(module).stringPropertyNames());
        }
        assertThat(named()).isSubsetOf(known);
    }

    @Test
    void every_message_file_is_read_by_the_platform() throws IOException {
        var settings = Files.readString(RESOURCES.resolve("application.yaml"));
        var read = Pattern.compile("basename: (.*)")
                .matcher(settings)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(Arrays.stream(read.split(",")).map(name -> name.replace("i18n/", "")))
                .containsAll(modules().toList());
    }

    private static Set<String> named() throws IOException {
        var keys = new TreeSet<String>();
        try (var templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(template)).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }

    private static Properties words(String name) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("i18n/" + name + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}

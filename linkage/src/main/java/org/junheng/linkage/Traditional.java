package org.junheng.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Traditional and variant forms of characters, one for one; read from {@code traditional.txt}, which names its source.
 */
final class Traditional {

    private static final char[] SIMPLE = simple();

    private Traditional() {}

    private static char[] simple() {
        char[] simple = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < simple.length; c++) {
            simple[c] = (char) c;
        }
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            for (String pair : line.split(" ")) {
                simple[pair.charAt(0)] = pair.charAt(1);
            }
        });
        return simple;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Traditional.class.getResourceAsStream("traditional.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The simplified form of a character; itself where there is none. */
    static char simplified(char character) {
        return SIMPLE[character];
    }
}

package org.junheng.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small made-up scheme under {@code src/test/resources/small}, to be copied, broken and checked. */
final class SmallSchemes {

    static final Path FOLDER = Path.of(System.getProperty("junheng.root"), "policy/src/test/resources/small");

    private SmallSchemes() {}

    /** Copies the folder of schemes. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    /** Replaces a text, which must be there, in one file. */
    static void edit(Path file, String text, String by) throws IOException {
        String content = Files.readString(file);
        if (!content.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not in " + file);
        }
        Files.writeString(file, content.replace(text, by));
    }
}

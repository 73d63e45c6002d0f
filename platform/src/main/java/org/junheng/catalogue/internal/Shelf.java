package org.junheng.catalogue.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.catalogue.internal.JdbcReleases.SchemeFile;
import org.junheng.policy.Schemes;

/**
 * A folder of scheme files made of the shipped ones and those put over them.
 *
 * @param folder where it lies; of its own, so that nobody changes it underfoot
 */
record Shelf(Path folder) {

    /** Copies the shipped files and lays the others over them. */
    static Shelf of(Path shipped, List<SchemeFile> over) {
        try {
            Path folder = Files.createTempDirectory("schemes");
            try (Stream<Path> files = Files.walk(shipped)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    put(folder.resolve(shipped.relativize(file).toString()), Files.readAllBytes(file));
                }
            }
            for (SchemeFile file : over) {
                put(
                        folder.resolve(file.scheme()).resolve(file.path()),
                        file.content().getBytes(StandardCharsets.UTF_8));
            }
            return new Shelf(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        Path home = file.getParent();
        if (home != null) {
            Files.createDirectories(home);
        }
        Files.write(file, content);
    }

    /** Reads it, runs all golden cases and says what is wrong. */
    Schemes.CheckReport check() {
        return Schemes.check(folder);
    }

    void remove() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.junheng.cli.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves the results of a run into its folder. Results that an earlier run left there, as its record lists them, go
 * first: old and new figures must not lie side by side.
 */
final class Results {

    private static final String RECORD = "run.json";

    private Results() {}

    static void publish(Path staging, Path out) throws IOException {
        Files.createDirectories(out);
        removeEarlier(out);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(staging)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path target = out.resolve(staging.relativize(file).toString());
            Path folder = target.getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                OwnerOnly.create(folder);
            }
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void removeEarlier(Path out) throws IOException {
        Path record = out.resolve(RECORD);
        if (!Files.isRegularFile(record)) {
            return;
        }
        JsonNode outputs = JsonMapper.shared().readTree(record.toFile()).path("outputs");
        for (String name : outputs.propertyNames()) {
            Path file = out.resolve(name).normalize();
            if (file.startsWith(out.normalize())) {
                Files.deleteIfExists(file);
            }
        }
    }
}

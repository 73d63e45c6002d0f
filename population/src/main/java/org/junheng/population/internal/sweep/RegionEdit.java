package org.junheng.population.internal.sweep;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Sets what an area decides itself, {@code annual@330329}: in the area's own file if it has set the parameter, else in
 * a file made for it. Whether the area may set it, and within which bounds, is checked when the scheme is read.
 *
 * @param regions the folder of the regions' files
 * @param on the day whose value is changed
 * @param from the first day of the period that contains it
 */
record RegionEdit(Path regions, LocalDate on, LocalDate from) {

    private static final String NEW_FILE = """
            scheme: %1$s
            area: "%2$s"
            legal:
              simulated-%2$s-%3$s:
                title: {zh: 模拟, en: Simulation}
                published: %4$s
                status: sample
            parameters:
              %3$s:
                - {from: %4$s, known_from: %4$s, value: "%5$s", legal: simulated-%2$s-%3$s, status: sample}
            """;

    /** Whether a key of {@code set} names an area. */
    static boolean isRegional(String key) {
        return key.indexOf('@') > 0;
    }

    void set(String scheme, String key, String value) throws IOException {
        String parameter = key.substring(0, key.indexOf('@'));
        String area = key.substring(key.indexOf('@') + 1);
        for (Path file : files()) {
            if (setIn(file, area, parameter, value)) {
                return;
            }
        }
        Files.createDirectories(regions);
        Files.writeString(
                regions.resolve("simulated-%s-%s.yaml".formatted(area, parameter)),
                NEW_FILE.formatted(scheme, area, parameter, from, value.replace("\"", "")));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(regions)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(regions)) {
            return files.sorted().toList();
        }
    }

    private boolean setIn(Path file, String area, String parameter, String value) throws IOException {
        Yaml yaml = new Yaml();
        Node root;
        try (Reader reader = Files.newBufferedReader(file)) {
            root = yaml.compose(reader);
        }
        SchemeEdit edit = new SchemeEdit(root, on);
        boolean found = edit.area().equals(area) && edit.regional(parameter, value);
        if (found) {
            try (var writer = Files.newBufferedWriter(file)) {
                yaml.serialize(root, writer);
            }
        }
        return found;
    }
}

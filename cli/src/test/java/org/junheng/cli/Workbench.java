package org.junheng.cli;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import picocli.CommandLine;

/** A folder in which tests write specifications and inputs and run the command. */
final class Workbench {

    private final Path folder;

    Workbench(Path folder) {
        this.folder = folder;
    }

    /** What a run said and how it ended. */
    record Outcome(int code, String said) {}

    /** Reference data; missing data skip a test, except on a build server, where they fail it. */
    static Path reference(String name) {
        Path file = Path.of(System.getProperty("junheng.reference.data", "missing"), name);
        if (!Files.exists(file)) {
            if (System.getenv("CI") != null) {
                fail("reference file %s is missing; set junheng.reference.data", file);
            }
            Assumptions.abort("no reference data: " + file);
        }
        return file;
    }

    Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Runs a command on a specification text; results go to the folder {@code out}. */
    Outcome run(String command, String specification) throws IOException {
        Path spec = write("spec.yaml", specification);
        CommandLine line = Junheng.commandLine();
        StringWriter said = new StringWriter();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        int code = line.execute(command, spec.toString(), "--out", out().toString());
        return new Outcome(code, said.toString());
    }

    Path out() {
        return folder.resolve("out");
    }

    List<Map<String, String>> result(String name) throws IOException {
        return rows(out().resolve(name));
    }

    static List<Map<String, String>> rows(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            String[] header = lines.getFirst().replace("\"", "").split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String text : lines.subList(1, lines.size())) {
                String[] fields = text.replace("\"", "").split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], fields[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** The rows' key columns → row. */
    static Map<List<String>, Map<String, String>> index(List<Map<String, String>> rows, String... key) {
        Map<List<String>, Map<String, String>> index = new LinkedHashMap<>();
        rows.forEach(row -> index.put(Arrays.stream(key).map(row::get).toList(), row));
        return index;
    }
}

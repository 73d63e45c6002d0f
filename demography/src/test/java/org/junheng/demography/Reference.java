package org.junheng.demography;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published figures that tests compare with, from the folder named by the property {@code junheng.reference.data}. */
public final class Reference {

    private Reference() {}

    /** The file, or a skipped test where there is no reference data; on a build server missing data is a failure. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("junheng.reference.data", "missing"), name);
        if (!Files.exists(file)) {
            if (System.getenv("CI") != null) {
                fail("reference file %s is missing; set junheng.reference.data", file);
            }
            Assumptions.abort("no reference data: " + file);
        }
        return file;
    }

    public static JsonNode json(String name) {
        return JsonMapper.shared().readTree(file(name).toFile());
    }

    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    /** Rows of a CSV file as column → text. */
    public static List<Map<String, String>> rows(String name) {
        Path file = file(name);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] header = fields(reader.readLine());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = fields(line);
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], fields[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static String[] fields(String line) {
        return line.replace("\"", "").split(",", -1);
    }
}

package org.junheng.cli.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of a command: what it read and what it writes. Outputs are collected in a folder of their own and appear in
 * the result folder only when the run has ended well, so that a wrong input leaves nothing behind.
 */
public final class Run {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Spec spec;
    private final long seed;
    private final Path staging;
    private final Map<String, String> inputs = new TreeMap<>();
    private final List<String> summary = new ArrayList<>();
    private boolean showsProgress;

    Run(Spec spec, long seed, Path staging) {
        this.spec = spec;
        this.seed = seed;
        this.staging = staging;
        note(spec.file());
    }

    public Spec spec() {
        return spec;
    }

    public long seed() {
        return seed;
    }

    /** Reads a table named by a key of the specification. */
    public CsvTable table(String key) {
        return table(spec.path(key));
    }

    /** Reads a table and notes its content in the record of the run. */
    public CsvTable table(Path file) {
        CsvTable table = CsvTable.read(file);
        note(file);
        return table;
    }

    /**
     * Reads a large table named by a key of the specification, keeping only what is made of each row.
     *
     * @param needed columns the table must have
     * @param made called for many rows at once
     * @return what was made, in the order of the file
     */
    public <T> List<T> rows(String key, Set<String> needed, Function<CsvTable.Row, T> made) {
        Path file = spec.path(key);
        List<T> all = CsvTable.map(file, needed, made);
        note(file);
        return all;
    }

    /** The columns of a table named by a key of the specification. */
    public List<String> columns(String key) {
        return CsvTable.columns(spec.path(key));
    }

    /** Reads another file of keys and values and notes it. */
    public Spec spec(Path file) {
        Spec other = Spec.read(file);
        note(file);
        return other;
    }

    /** Writes a result as text. */
    public void text(String name, String content) {
        try {
            Files.writeString(staging.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a JSON file named by a key of the specification. */
    public JsonNode json(String key) {
        Path file = spec.path(key);
        if (!Files.isRegularFile(file)) {
            throw new InputWrong(file + ": no such file");
        }
        note(file);
        try {
            return JSON.readTree(file.toFile());
        } catch (RuntimeException e) {
            throw new InputWrong(file + ": not readable as JSON: " + e.getMessage());
        }
    }

    /** Opens a result table. */
    public CsvOut csv(String name, String header) {
        return new CsvOut(staging.resolve(name), header);
    }

    /** A folder of results that only their owner may read, for those who write files of their own. */
    public Path folder(String name) {
        try {
            return OwnerOnly.create(staging.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A result file that somebody else writes. */
    public Path file(String name) {
        return staging.resolve(name);
    }

    /** Shows on a terminal how far long work is. */
    public ProgressBar progress(String what) {
        return new ProgressBar(what, showsProgress);
    }

    void showProgress(boolean shows) {
        showsProgress = shows;
    }

    /** A line to print when the run has ended well. */
    public void tell(String line) {
        summary.add(line);
    }

    List<String> summary() {
        return summary;
    }

    /** Writes a result as JSON. */
    public void json(String name, Object value) {
        try {
            Files.writeString(staging.resolve(name), JSON.writeValueAsString(value) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name → SHA-256 of everything read so far. */
    Map<String, String> inputs() {
        return inputs;
    }

    /** Notes a file in the record of the run that somebody else reads. */
    public void note(Path file) {
        Path folder = spec.file().toAbsolutePath().normalize().getParent();
        Path absolute = file.toAbsolutePath().normalize();
        inputs.put(
                folder == null
                        ? absolute.toString()
                        : folder.relativize(absolute).toString(),
                Sha256.of(file));
    }
}

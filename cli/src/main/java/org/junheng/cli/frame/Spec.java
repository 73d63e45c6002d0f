package org.junheng.cli.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** A specification file. Keys are addressed by their path, {@code base.file}; files named in it are relative to it. */
public final class Spec {

    private final Path file;
    private final Map<?, ?> root;

    private Spec(Path file, Map<?, ?> root) {
        this.file = file;
        this.root = root;
    }

    /** Reads a specification. */
    public static Spec read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputWrong(file + ": no such specification file");
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var reader = Files.newBufferedReader(file)) {
            Object content = yaml(options).load(reader);
            if (content instanceof Map<?, ?> map) {
                return new Spec(file, map);
            }
            throw new InputWrong(file + ": a specification is a list of keys and values, such as model: single-year");
        } catch (IOException | YAMLException e) {
            throw new InputWrong(file + ": not readable as YAML: " + e.getMessage());
        }
    }

    private static Yaml yaml(LoaderOptions options) {
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new PlainScalars());
    }

    public Path file() {
        return file;
    }

    public boolean has(String path) {
        return find(path) != null;
    }

    /** Whether a key has keys of its own below it. */
    public boolean isMap(String path) {
        return find(path) instanceof Map;
    }

    /** Refuses keys that nobody reads, because a misspelt key would silently change the result. */
    public void allow(String... paths) {
        List<String> known = Arrays.asList(paths);
        for (String path : leaves(root, "")) {
            if (known.stream().noneMatch(k -> path.equals(k) || path.startsWith(k + "."))) {
                throw new InputWrong(
                        "%s: key %s: not known here; the keys are %s".formatted(file, path, String.join(", ", known)));
            }
        }
    }

    public String text(String path) {
        Object value = find(path);
        if (value == null) {
            throw new InputWrong("%s: key %s: missing".formatted(file, path));
        }
        if (value instanceof Map || value instanceof List) {
            throw new InputWrong("%s: key %s: \"%s\": expected a single value".formatted(file, path, value));
        }
        return value.toString();
    }

    public String text(String path, String otherwise) {
        return has(path) ? text(path) : otherwise;
    }

    /** Whether a key has just this value. */
    public boolean isText(String path, String value) {
        return value.equals(find(path));
    }

    /** A value that must be one of the given ones. */
    public String choice(String path, String... choices) {
        String value = text(path);
        if (!Arrays.asList(choices).contains(value)) {
            throw new InputWrong(
                    "%s: key %s: \"%s\": expected one of %s".formatted(file, path, value, String.join(", ", choices)));
        }
        return value;
    }

    public int integer(String path) {
        String value = text(path);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new InputWrong("%s: key %s: \"%s\": expected a whole number".formatted(file, path, value));
        }
    }

    public double number(String path) {
        String value = text(path);
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new InputWrong("%s: key %s: \"%s\": expected a number".formatted(file, path, value));
        }
    }

    /** A day, as 2025-12-31. */
    public LocalDate date(String path) {
        String value = text(path);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new InputWrong("%s: key %s: \"%s\": expected a day such as 2025-12-31".formatted(file, path, value));
        }
    }

    /** A path named in the specification, resolved against its folder. */
    public Path path(String path) {
        Path named = Path.of(text(path));
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? named : folder.resolve(named).normalize();
    }

    /** The names in a list of texts; empty when the key is absent. */
    public List<String> list(String path) {
        Object value = find(path);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new InputWrong("%s: key %s: \"%s\": expected a list".formatted(file, path, value));
    }

    /** Numbers by year, {@code {2030: 1.1, 2060: 1.3}}; empty when the key is absent. */
    public SortedMap<Integer, Double> byYear(String path) {
        Object value = find(path);
        SortedMap<Integer, Double> numbers = new TreeMap<>();
        if (value == null) {
            return numbers;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new InputWrong("%s: key %s: \"%s\": expected numbers by year".formatted(file, path, value));
        }
        map.forEach((year, number) -> {
            try {
                numbers.put(Integer.valueOf(String.valueOf(year)), Double.valueOf(String.valueOf(number)));
            } catch (NumberFormatException e) {
                throw new InputWrong(
                        "%s: key %s: \"%s: %s\": expected a number by year".formatted(file, path, year, number));
            }
        });
        return numbers;
    }

    /** The entries of a list of keys and values, each addressed by itself; empty when the key is absent. */
    public List<Spec> sections(String path) {
        Object value = find(path);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new InputWrong("%s: key %s: \"%s\": expected a list".formatted(file, path, value));
        }
        List<Spec> sections = new ArrayList<>();
        for (Object entry : list) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw new InputWrong(
                        "%s: key %s: \"%s\": expected keys and values in every entry".formatted(file, path, entry));
            }
            sections.add(new Spec(file, map));
        }
        return List.copyOf(sections);
    }

    private @Nullable Object find(String path) {
        Object value = root;
        for (String key : path.split("\\.")) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(key);
        }
        return value;
    }

    private static Iterable<String> leaves(Map<?, ?> map, String prefix) {
        Map<String, Boolean> leaves = new TreeMap<>();
        map.forEach((key, value) -> {
            String path = prefix + key;
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                leaves(inner, path + ".").forEach(leaf -> leaves.put(leaf, true));
            } else {
                leaves.put(path, true);
            }
        });
        return leaves.keySet();
    }
}

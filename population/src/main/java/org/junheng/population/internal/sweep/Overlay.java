package org.junheng.population.internal.sweep;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.policy.Period;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes;
import org.junheng.policy.Text;
import org.junheng.population.Reform;
import org.junheng.population.ReformFaulty;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * An overlay reform: it edits a copy of its base's file and has that read as any scheme is, so that a reform is checked
 * exactly as the law is.
 *
 * @param base the scheme's id
 * @param title what it is called
 * @param set parameter, or parameter@area for what an area decides itself → value
 * @param replace conditions, values and outcome by id
 */
public record Overlay(String base, Text title, Map<String, String> set, Map<String, Map<String, String>> replace) {

    private static final List<String> KEYS = List.of("reform", "title", "base", "set", "replace");
    private static final List<String> CLAUSES = List.of("conditions", "values", "outcome");

    /** Reads an overlay's file. */
    public static Overlay read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (!(content instanceof Map<?, ?> map)) {
                throw faulty("a reform is a list of keys: %s", String.join(", ", KEYS));
            }
            known(map, KEYS, "");
            Map<?, ?> replaced = part(map, "replace");
            known(replaced, CLAUSES, "replace.");
            Map<String, Map<String, String>> replace = new LinkedHashMap<>();
            replaced.forEach((clause, of) -> replace.put(clause.toString(), texts(part(replaced, clause.toString()))));
            return new Overlay(text(map, "base"), title(map), texts(part(map, "set")), replace);
        } catch (IOException | YAMLException e) {
            throw faulty("%s: not readable as YAML: %s", file, e);
        }
    }

    /** An overlay that sets parameters. */
    public static Overlay setting(String base, Map<String, String> values) {
        return new Overlay(base, new Text(base, base), values, Map.of());
    }

    /** An overlay under which everybody passes, and the months tell how far each is from something. */
    public static Overlay measuring(Scheme scheme, String distance) {
        Map<String, String> conditions = new LinkedHashMap<>();
        scheme.versions()
                .getLast()
                .conditions()
                .forEach(condition -> conditions.put(condition.id(), "true || (" + condition.when() + ")"));
        return new Overlay(
                scheme.id(),
                scheme.title(),
                Map.of(),
                Map.of("conditions", conditions, "outcome", Map.of("months", distance)));
    }

    private static ReformFaulty faulty(String text, Object... values) {
        return new ReformFaulty(List.of(text.formatted(values)));
    }

    private static void known(Map<?, ?> map, List<String> keys, String prefix) {
        for (Object key : map.keySet()) {
            if (!keys.contains(key.toString())) {
                throw faulty("key %s%s: not known here; the keys are %s", prefix, key, String.join(", ", keys));
            }
        }
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw faulty("key %s: missing", key);
        }
        return value.toString();
    }

    private static Text title(Map<?, ?> map) {
        Map<String, String> title = map.get("title") instanceof Map<?, ?> texts ? texts(texts) : Map.of();
        String plain = map.containsKey("reform") ? text(map, "reform") : text(map, "base");
        return new Text(title.getOrDefault("zh", plain), title.getOrDefault("en", plain));
    }

    private static Map<?, ?> part(Map<?, ?> map, String key) {
        Object part = map.get(key);
        if (part == null) {
            return Map.of();
        }
        if (part instanceof Map<?, ?> inner) {
            return inner;
        }
        throw faulty("key %s: \"%s\": expected names and values", key, part);
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(key.toString(), scalar(value)));
        return texts;
    }

    private static String scalar(Object value) {
        return value instanceof java.util.Date date
                ? date.toInstant()
                        .atZone(java.time.ZoneOffset.UTC)
                        .toLocalDate()
                        .toString()
                : String.valueOf(value);
    }

    /** Compiles it with its base. */
    public Reform over(Path schemes, LocalDate on) {
        SchemeBook book = Schemes.read(schemes).book();
        Scheme before = book.find(base)
                .orElseThrow(() -> faulty(
                        "key base: no scheme \"%s\"; there are %s",
                        base, book.schemes().stream().map(Scheme::id).toList()));
        Path copy = copy(schemes);
        try {
            edit(copy.resolve(base).resolve("scheme.yaml"), on);
            RegionEdit regional = new RegionEdit(
                    copy.resolve(base).resolve("regions"),
                    on,
                    Period.containing(on, before.period()).start());
            for (var each : set.entrySet()) {
                if (RegionEdit.isRegional(each.getKey())) {
                    regional.set(base, each.getKey(), each.getValue());
                }
            }
            return new Reform(title, before, compiled(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private Scheme compiled(Path copy) {
        Schemes.Report report = Schemes.read(copy);
        List<String> faults = report.faults().stream()
                .filter(fault -> fault.file().startsWith(base + "/"))
                .map(fault -> fault.what().en() + " " + fault.advice().en())
                .toList();
        if (!faults.isEmpty()) {
            throw new ReformFaulty(faults);
        }
        Optional<Scheme> changed = report.book().find(base);
        return changed.orElseThrow(() -> faulty("the reformed scheme %s could not be read", base));
    }

    private void edit(Path file, LocalDate on) throws IOException {
        Yaml yaml = new Yaml();
        Node root;
        try (Reader reader = Files.newBufferedReader(file)) {
            root = yaml.compose(reader);
        }
        SchemeEdit edit = new SchemeEdit(root, on);
        set.forEach((key, value) -> {
            if (!RegionEdit.isRegional(key)) {
                edit.parameter(key, value);
            }
        });
        replace.getOrDefault("conditions", Map.of()).forEach((id, when) -> edit.clause("conditions", id, "when", when));
        replace.getOrDefault("values", Map.of()).forEach((id, value) -> edit.clause("values", id, "value", value));
        replace.getOrDefault("outcome", Map.of()).forEach(edit::outcome);
        try (var writer = Files.newBufferedWriter(file)) {
            yaml.serialize(root, writer);
        }
    }

    /** The vocabulary and the schemes' own files, without cases and without the register of released versions. */
    private static Path copy(Path schemes) {
        try {
            Path copy = Files.createTempDirectory("reform");
            try (Stream<Path> files = Files.walk(schemes)) {
                for (Path file : files.filter(Overlay::isLaw).toList()) {
                    Path target = copy.resolve(schemes.relativize(file).toString());
                    Files.createDirectories(target.getParent() == null ? copy : target.getParent());
                    Files.copy(file, target);
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLaw(Path file) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.getParent();
        boolean region = folder != null && folder.endsWith("regions") && name.endsWith(".yaml");
        return name.equals("vocabulary.yaml") || name.equals("scheme.yaml") || region;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.junheng.policy.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes.Report;
import org.junheng.policy.Text;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.source.Faults;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlNode;

/** Reads a folder of schemes. */
public final class SchemeFolder {

    private static final String SCHEME = "scheme.yaml";

    private final Path folder;
    private final Faults faults = new Faults();
    private final Map<String, Optional<CompiledScheme>> read = new ConcurrentHashMap<>();
    private final Set<String> reading = new HashSet<>();

    private SchemeFolder(Path folder) {
        this.folder = folder;
    }

    /** All schemes and all faults. */
    public static Report read(Path folder) {
        return new SchemeFolder(folder).read();
    }

    private Report read() {
        Vocabulary vocabulary = YamlNode.read(folder, folder.resolve("vocabulary.yaml"), faults)
                .map(VocabularyReader::read)
                .orElse(new Vocabulary(Map.of(), Map.of(), Map.of()));
        homes().parallelStream()
                .filter(home -> !namesOthers(home))
                .forEach(home -> read.put(id(home), readScheme(home, vocabulary)));
        List<CompiledScheme> schemes = homes().stream()
                .flatMap(home -> find(id(home), vocabulary).stream())
                .toList();
        checkExcludes(schemes);
        List<CompiledScheme> intact = new ReleasedList(folder, faults).check(schemes, read.keySet());
        return new Report(new SchemeBook(vocabulary, intact), faults.sorted());
    }

    /** Whether a scheme may refer to others; the rest can be read side by side. */
    private static boolean namesOthers(Path home) {
        try {
            return Files.readString(home.resolve(SCHEME)).contains("of:");
        } catch (IOException unreadable) {
            return true; // told where it is read
        }
    }

    private static String id(Path home) {
        return home.getFileName().toString();
    }

    /** A scheme by its id, read when first asked for, because one can refer to another. */
    private Optional<CompiledScheme> find(String id, Vocabulary vocabulary) {
        Path home = folder.resolve(id);
        Optional<CompiledScheme> found = read.get(id);
        if (found == null) {
            if (!Files.exists(home.resolve(SCHEME)) || !reading.add(id)) {
                return Optional.empty();
            }
            found = readScheme(home, vocabulary);
            reading.remove(id);
            read.put(id, found);
        }
        return found;
    }

    private Optional<CompiledScheme> readScheme(Path home, Vocabulary vocabulary) {
        Faults own = new Faults();
        Optional<CompiledScheme> scheme = YamlNode.read(folder, home.resolve(SCHEME), own)
                .flatMap(file -> {
                    Others others = new Others(id -> find(id, vocabulary));
                    return new SchemeReader(file, vocabulary, regions(home, own), others).read();
                });
        scheme.ifPresent(each -> checkName(home, each, own));
        faults.addAll(own);
        return own.count() == 0 ? scheme : Optional.empty();
    }

    /** Adds all that a scheme's files hold to the list of what is released. */
    public static List<String> release(Path folder, Scheme scheme) {
        return new ReleasedList(folder, new Faults()).add((CompiledScheme) scheme);
    }

    private List<YamlNode> regions(Path home, Faults own) {
        return yamlFiles(home.resolve("regions")).stream()
                .flatMap(path -> YamlNode.read(folder, path, own).stream())
                .toList();
    }

    private void checkName(Path home, CompiledScheme scheme, Faults own) {
        String name = id(home);
        if (!name.equals(scheme.id())) {
            YamlNode.read(folder, home.resolve(SCHEME), own)
                    .ifPresent(node -> node.fault(
                            Text.format(
                                    "文件夹名为“%s”，办法名却是“%s”。", "The folder is '%s', the scheme '%s'.", name, scheme.id()),
                            new Text("请使两者一致。", "Make them the same.")));
        }
    }

    private void checkExcludes(List<CompiledScheme> schemes) {
        Set<String> ids = schemes.stream().map(CompiledScheme::id).collect(Collectors.toSet());
        homes().forEach(home -> ids.add(id(home))); // a faulty scheme can still be named
        for (CompiledScheme scheme : schemes) {
            for (String other : scheme.excludes()) {
                Optional<CompiledScheme> named = read.getOrDefault(other, Optional.empty());
                if (!ids.contains(other)) {
                    excludeFault(
                            scheme,
                            Text.format("没有名为“%s”的办法。", "There is no scheme '%s'.", other),
                            Nearest.advice(other, ids));
                } else if (named.isPresent() && !named.get().excludes().contains(scheme.id())) {
                    excludeFault(
                            scheme,
                            Text.format("“%s”没有反过来排除本办法。", "The scheme '%s' does not exclude this one in turn.", other),
                            Text.format("请在其中写 excludes: [%s]。", "Write 'excludes: [%s]' there.", scheme.id()));
                }
            }
        }
    }

    private void excludeFault(CompiledScheme scheme, Text what, Text advice) {
        YamlNode.read(folder, folder.resolve(scheme.id()).resolve(SCHEME), faults)
                .flatMap(node -> node.map().find("excludes"))
                .ifPresent(node -> node.fault(what, advice));
    }

    private List<Path> homes() {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve(SCHEME)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list the schemes in " + folder, unreadable);
        }
    }

    /** The YAML files in a folder by name; none if there is no such folder. */
    public static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list " + folder, unreadable);
        }
    }
}

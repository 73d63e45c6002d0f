package org.junheng.policy.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<CompiledScheme> schemes = new ArrayList<>();
        for (Path home : homes()) {
            readScheme(home, vocabulary).ifPresent(schemes::add);
        }
        checkExcludes(schemes);
        return new Report(new SchemeBook(vocabulary, schemes), faults.sorted());
    }

    private Optional<CompiledScheme> readScheme(Path home, Vocabulary vocabulary) {
        int before = faults.count();
        Optional<CompiledScheme> scheme = YamlNode.read(folder, home.resolve(SCHEME), faults)
                .flatMap(file -> new SchemeReader(file, vocabulary, regions(home)).read());
        scheme.ifPresent(each -> checkName(home, each));
        return faults.count() == before ? scheme : Optional.empty();
    }

    private List<YamlNode> regions(Path home) {
        return yamlFiles(home.resolve("regions")).stream()
                .flatMap(path -> YamlNode.read(folder, path, faults).stream())
                .toList();
    }

    private void checkName(Path home, CompiledScheme scheme) {
        String name = home.getFileName().toString();
        if (!name.equals(scheme.id())) {
            YamlNode.read(folder, home.resolve(SCHEME), faults)
                    .ifPresent(node -> node.fault(
                            Text.format(
                                    "文件夹名为“%s”，办法名却是“%s”。", "The folder is '%s', the scheme '%s'.", name, scheme.id()),
                            new Text("请使两者一致。", "Make them the same.")));
        }
    }

    private void checkExcludes(List<CompiledScheme> schemes) {
        Set<String> ids = schemes.stream().map(CompiledScheme::id).collect(Collectors.toSet());
        homes().forEach(home -> ids.add(home.getFileName().toString())); // a faulty scheme can still be named
        for (CompiledScheme scheme : schemes) {
            for (String other : scheme.excludes()) {
                if (!ids.contains(other)) {
                    YamlNode.read(folder, folder.resolve(scheme.id()).resolve(SCHEME), faults)
                            .flatMap(node -> node.map().find("excludes"))
                            .ifPresent(node -> node.fault(
                                    Text.format("没有名为“%s”的办法。", "There is no scheme '%s'.", other),
                                    Nearest.advice(other, ids)));
                }
            }
        }
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

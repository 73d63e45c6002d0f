package org.junheng.policy.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Text;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.source.Faults;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/**
 * What has been released, in {@code released.yaml}: the hash of every version and added condition and every parameter
 * value. Nothing in it may change or vanish; only the end of a version or value may still be set.
 */
final class ReleasedList {

    static final String FILE = "released.yaml";

    private static final String HEAD = """
            # What has been released: the hash of every version and added condition, and every parameter value.
            # Nothing here may change. Written by: junheng check schemes --release SCHEME
            """;

    private final Path folder;
    private final Faults faults;

    ReleasedList(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Compares with what stands in the files; the schemes that differ are left out. */
    List<CompiledScheme> check(List<CompiledScheme> schemes, Set<String> known) {
        if (!Files.exists(folder.resolve(FILE))) {
            return schemes;
        }
        Map<String, YamlNode> listed = YamlNode.read(folder, folder.resolve(FILE), faults)
                .map(node -> node.map().entries())
                .orElse(Map.of());
        listed.forEach((scheme, node) -> {
            if (!known.contains(scheme)) {
                node.fault(
                        Text.format("已发布的办法“%s”不见了。", "The released scheme '%s' is gone.", scheme),
                        Nearest.advice(scheme, known));
            }
        });
        return schemes.stream()
                .filter(scheme -> isIntact(scheme, listed.get(scheme.id())))
                .toList();
    }

    private boolean isIntact(CompiledScheme scheme, @Nullable YamlNode listed) {
        if (listed == null) {
            return true;
        }
        int before = faults.count();
        YamlMap map = listed.map().only("versions", "values", "conditions");
        content(scheme)
                .forEach((kind, now) -> map.find(kind)
                        .ifPresent(node ->
                                node.map().entries().forEach((id, each) -> compare(scheme, id, each, now.get(id)))));
        return faults.count() == before;
    }

    private static void compare(CompiledScheme scheme, String id, YamlNode listed, @Nullable String now) {
        if (now == null) {
            listed.fault(
                    Text.format("“%s”中已发布的“%s”不见了。", "The released '%2$s' of '%1$s' is gone.", scheme.id(), id),
                    new Text("请恢复原文；已发布的只能用 to 结束。", "Restore it; what is released can only be ended by 'to'."));
        } else if (!now.equals(listed.text())) {
            listed.fault(
                    Text.format(
                            "“%s”中的“%s”发布后内容被改动。", "'%2$s' of '%1$s' was changed after its release.", scheme.id(), id),
                    Text.format(
                            "请恢复原文并另立新版本或新值；现内容为 %s。",
                            "Restore it and write a new version or value; what stands here is %s.", now));
        }
    }

    /** Adds what is not listed yet and writes the list; the ids added. */
    List<String> add(CompiledScheme scheme) {
        Map<String, Map<String, Map<String, String>>> all = new TreeMap<>();
        if (Files.exists(folder.resolve(FILE))) {
            YamlNode.read(folder, folder.resolve(FILE), faults)
                    .ifPresent(node -> node.map().entries().forEach((id, each) -> all.put(id, texts(each))));
        }
        List<String> added = new ArrayList<>();
        Map<String, Map<String, String>> own = all.computeIfAbsent(scheme.id(), id -> new TreeMap<>());
        content(scheme)
                .forEach((kind, now) -> now.forEach((id, text) -> {
                    if (own.computeIfAbsent(kind, each -> new LinkedHashMap<>()).putIfAbsent(id, text) == null) {
                        added.add(id);
                    }
                }));
        write(all);
        return added;
    }

    private static Map<String, Map<String, String>> texts(YamlNode scheme) {
        Map<String, Map<String, String>> kinds = new TreeMap<>();
        scheme.map().entries().forEach((kind, node) -> {
            Map<String, String> texts = new LinkedHashMap<>();
            node.map().entries().forEach((id, each) -> texts.put(id, each.text()));
            kinds.put(kind, texts);
        });
        return kinds;
    }

    private void write(Map<String, Map<String, Map<String, String>>> all) {
        StringBuilder out = new StringBuilder(HEAD);
        all.forEach((scheme, kinds) -> {
            out.append('\n').append(scheme).append(":\n");
            kinds.forEach((kind, texts) -> {
                out.append("  ").append(kind).append(":\n");
                texts.forEach((id, text) -> out.append("    \"%s\": \"%s\"%n".formatted(id, text)));
            });
        });
        try {
            Files.writeString(folder.resolve(FILE), out);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + folder.resolve(FILE), failed);
        }
    }

    /** Everything of a scheme that can be released: kind → id → hash or value. */
    static Map<String, Map<String, String>> content(CompiledScheme scheme) {
        Map<String, String> versions = new LinkedHashMap<>();
        Map<String, String> conditions = new TreeMap<>();
        scheme.versions().forEach(version -> {
            versions.put(version.id(), version.hash());
            version.conditions().stream()
                    .flatMap(condition -> condition.addition().stream())
                    .forEach(addition -> conditions.put(addition.id(), addition.hash()));
        });
        Map<String, String> values = new LinkedHashMap<>();
        scheme.parameters().stream()
                .filter(parameter -> parameter.name().indexOf('.') < 0)
                .forEach(parameter -> parameter.values().stream()
                        .filter(value -> value.id().startsWith(parameter.name() + "@")) // not taken over from elsewhere
                        .forEach(value -> values.put(
                                value.id(), Objects.toString(parameter.type().decode(value.number())))));
        return Map.of("versions", versions, "values", values, "conditions", conditions);
    }
}

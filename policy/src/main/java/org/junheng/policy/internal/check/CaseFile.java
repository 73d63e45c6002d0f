package org.junheng.policy.internal.check;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junheng.policy.Facts;
import org.junheng.policy.Provenance;
import org.junheng.policy.Scheme;
import org.junheng.policy.Schemes.Situation;
import org.junheng.policy.Text;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.source.Faults;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/**
 * The facts of one unit in a file: under {@code facts}, or as the whole file; with {@code source} and {@code recorded},
 * where they come from.
 */
public final class CaseFile {

    private static final Text UNNAMED = new Text("案例文件", "the case file");

    private CaseFile() {}

    public static Situation read(Path file, Scheme scheme, Vocabulary vocabulary) {
        Faults faults = new Faults();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Optional<Facts> facts =
                YamlNode.read(folder, file.toAbsolutePath(), faults).map(node -> read(node.map(), scheme, vocabulary));
        return new Situation(faults.count() == 0 ? facts : Optional.empty(), faults.sorted());
    }

    private static Facts read(YamlMap map, Scheme scheme, Vocabulary vocabulary) {
        if (!map.has("facts")) {
            return new CaseReader(scheme, vocabulary, new Provenance(UNNAMED, null)).facts(map.entries());
        }
        map.only("facts", "source", "recorded", "case", "zh", "en", "note");
        Text source = map.find("source").map(CaseFile::source).orElse(UNNAMED);
        Provenance provenance = new Provenance(source, map.findDate("recorded").orElse(null));
        Map<String, YamlNode> facts =
                map.find("facts").map(node -> node.map().entries()).orElse(Map.of());
        return new CaseReader(scheme, vocabulary, provenance).facts(facts);
    }

    private static Text source(YamlNode node) {
        return node.isMap() ? node.map().only("zh", "en").wording() : new Text(node.text(), node.text());
    }
}

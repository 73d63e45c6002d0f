package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.policy.Citation;
import org.junheng.policy.LegalDocument;
import org.junheng.policy.Text;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/** The legal documents of a scheme, and the citations that name them. */
final class LegalReader {

    private static final Citation NOWHERE =
            new Citation(new LegalDocument("", new Text("", ""), "", LocalDate.EPOCH, true), "");

    private final Map<String, LegalDocument> documents = new LinkedHashMap<>();

    /** Takes up the documents under {@code legal}. */
    void readDocuments(YamlMap file) {
        file.find("legal").ifPresent(node -> node.map().entries().forEach(this::readDocument));
    }

    private void readDocument(String id, YamlNode node) {
        if (documents.putIfAbsent(id, document(id, node)) != null) {
            node.fault(
                    Text.format("文件代号“%s”已被使用。", "The name '%s' is taken by another document.", id),
                    new Text("请为此文件另取代号，例如加上地名。", "Give this one another name, with that of the area, say."));
        }
    }

    private static LegalDocument document(String id, YamlNode node) {
        YamlMap map = node.map().only("title", "number", "published", "status", "note");
        boolean sample = map.has("status") && isSample(map);
        return new LegalDocument(id, map.wording("title"), map.text("number", ""), map.date("published"), sample);
    }

    /** Whether {@code status: sample} is said; the other word is {@code in-force}. */
    static boolean isSample(YamlMap map) {
        return map.has("status")
                && map.word("status", List.of("in-force", "sample")).equals("sample");
    }

    /** The citation under {@code legal} and, if there is one, {@code article}. */
    Citation citation(YamlMap map) {
        Optional<YamlNode> node = map.find("legal");
        if (node.isEmpty()) {
            map.owner()
                    .fault(
                            new Text("缺少依据。", "The citation is missing."),
                            new Text("请用“legal: …”写明依据哪份文件。", "Say with 'legal: …' which document this rests on."));
            return NOWHERE;
        }
        String id = node.get().text();
        LegalDocument document = documents.get(id);
        if (document == null) {
            node.get()
                    .fault(
                            Text.format("legal 中没有文件“%s”。", "There is no document '%s' under 'legal'.", id),
                            Nearest.advice(id, documents.keySet()));
            return NOWHERE;
        }
        return new Citation(document, map.text("article", ""));
    }

    List<LegalDocument> documents() {
        return List.copyOf(documents.values());
    }
}

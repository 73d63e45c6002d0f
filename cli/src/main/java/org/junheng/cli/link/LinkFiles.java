package org.junheng.cli.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.Spec;
import org.junheng.linkage.Entry;
import org.junheng.linkage.Layout;
import org.junheng.linkage.Linkage;
import org.junheng.linkage.Linker;
import org.junheng.linkage.Model;
import org.junheng.linkage.Pair;
import tools.jackson.databind.JsonNode;

/** Reads the files of a specification, links them, writes pairs, clusters and the model. */
public final class LinkFiles {

    private static final List<String> MEANINGS =
            List.of("name", "sex", "born", "id", "phone", "area", "address", "mother");

    private static final String[] KEYS = {
        "left.file",
        "right.file",
        "hide",
        "model.file",
        "layout.rec_id",
        "layout.name",
        "layout.sex",
        "layout.born",
        "layout.id",
        "layout.phone",
        "layout.area",
        "layout.address",
        "layout.mother",
        "layout"
    };

    private LinkFiles() {}

    /** Keys: left, right (optional), layout, hide, model (optional: a model.json of an earlier run). */
    public static void link(Run run) {
        Spec spec = run.spec();
        spec.allow(spec.isMap("layout") ? Arrays.copyOf(KEYS, KEYS.length - 1) : KEYS);
        Layout shown = layout(spec);
        Set<String> hide = new TreeSet<>(spec.list("hide"));
        for (String column : hide) {
            if (!shown.columns().contains(column)) {
                throw new InputWrong("%s: key hide: \"%s\": expected some of the columns %s"
                        .formatted(spec.file(), column, new TreeSet<>(shown.columns())));
            }
        }
        Layout layout = shown.hide(hide);
        Set<String> ids = new HashSet<>();
        List<Entry> left = entries(run, "left.file", layout, ids);
        Linker.Builder linker = Linker.of(layout);
        if (spec.has("model.file")) {
            linker.model(model(run, layout));
        }
        Linker ready = linker.build();
        Linkage linkage = spec.has("right.file")
                ? ready.link(left, entries(run, "right.file", layout, ids))
                : ready.deduplicate(left);
        write(run, linkage);
    }

    private static Layout layout(Spec spec) {
        Map<String, String> mapping = new HashMap<>();
        for (String meaning : MEANINGS) {
            if (spec.has("layout." + meaning)) {
                mapping.put(meaning, spec.text("layout." + meaning));
            }
        }
        if (!mapping.isEmpty()) {
            return Layout.mapped(spec.text("layout.rec_id", "rec_id"), mapping);
        }
        return switch (spec.choice("layout", "china-person", "febrl", "splink-fake")) {
            case "febrl" -> Layout.febrl();
            case "splink-fake" -> Layout.splinkFake();
            default -> Layout.chinaPerson();
        };
    }

    private static List<Entry> entries(Run run, String key, Layout layout, Set<String> ids) {
        CsvTable table = run.table(key);
        table.need(layout.columns().toArray(String[]::new));
        List<Entry> entries = new ArrayList<>(table.rows().size());
        for (CsvTable.Row row : table.rows()) {
            String id = row.text(layout.idColumn());
            if (id.isEmpty() || !ids.add(id)) {
                throw row.wrong(layout.idColumn(), "an id no other record has");
            }
            entries.add(Entry.read(layout, id, row::text));
        }
        return entries;
    }

    private static Model model(Run run, Layout layout) {
        JsonNode json = run.json("model.file");
        try {
            List<Model.Weights> weights = new ArrayList<>();
            json.path("comparisons")
                    .forEach(each -> weights.add(new Model.Weights(
                            each.path("comparison").asString(), numbers(each.path("m")), numbers(each.path("u")))));
            Model model = new Model(
                    json.path("version").asInt(0),
                    json.path("layout").asString(),
                    json.path("prior").asDouble(0),
                    weights);
            if (!model.fits(layout)) {
                throw new InputWrong("%s: key layout: \"%s\": expected a model for layout %s and its comparisons"
                        .formatted(run.spec().path("model.file"), model.layout(), layout.name()));
            }
            return model;
        } catch (IllegalArgumentException e) {
            throw new InputWrong(run.spec().path("model.file") + ": " + e.getMessage());
        }
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asDouble(0)));
        return numbers;
    }

    private static void write(Run run, Linkage linkage) {
        try (CsvOut csv = run.csv("pairs.csv", "left_id,right_id,weight,probability,decision")) {
            for (Pair pair : linkage.pairs()) {
                csv.row(
                        pair.left(),
                        pair.right(),
                        pair.weight(),
                        pair.probability(),
                        pair.decision().word());
            }
        }
        try (CsvOut csv = run.csv("clusters.csv", "rec_id,cluster")) {
            linkage.clusters().forEach(csv::row);
        }
        run.json("model.json", linkage.model().toMap());
        long links = linkage.pairs().stream()
                .filter(p -> p.decision() == Pair.Decision.LINK)
                .count();
        run.tell("%d pairs compared, %d linked, %d for review, %d persons"
                .formatted(
                        linkage.compared(),
                        links,
                        linkage.pairs().size() - links,
                        new HashSet<>(linkage.clusters().values()).size()));
        linkage.report().forEach(run::tell);
    }
}

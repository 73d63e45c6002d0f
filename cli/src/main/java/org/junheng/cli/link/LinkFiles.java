package org.junheng.cli.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.ProgressBar;
import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.Spec;
import org.junheng.linkage.Layout;
import org.junheng.linkage.Linkage;
import org.junheng.linkage.Linker;

/** Reads the files of a specification, links them, writes pairs, clusters, the model and what each rule found. */
public final class LinkFiles {

    private static final List<String> MEANINGS =
            List.of("name", "sex", "born", "id", "phone", "area", "address", "mother");

    private static final String[] KEYS = {
        "left.file",
        "right.file",
        "hide",
        "blocking",
        "model.file",
        "decided.file",
        "before.file",
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

    /**
     * Keys: left, right (optional), layout, hide, blocking (narrow or broad), and of earlier runs: model (a
     * model.json), before (a clusters.csv, whose names stay), decided (what people decided).
     */
    public static void link(Run run) {
        try {
            linkInMemory(run);
        } catch (OutOfMemoryError e) {
            throw new InputWrong(
                    "%s: the files do not fit into %d MB of memory; give more, as in JUNHENG_HEAP=12g script/junheng link"
                            .formatted(run.spec().file(), Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    private static void linkInMemory(Run run) {
        Spec spec = run.spec();
        spec.allow(spec.isMap("layout") ? Arrays.copyOf(KEYS, KEYS.length - 1) : KEYS);
        Layout layout = hidden(run, layout(spec));
        var linker = Linker.of(layout);
        if (spec.has("model.file")) {
            linker.model(ModelFile.read(run, layout));
        }
        if (spec.has("blocking") && spec.choice("blocking", "narrow", "broad").equals("broad")) {
            linker.broad();
        }
        ProgressBar bar = run.progress("comparing");
        linker.progress(bar::at);
        RecordFiles files = RecordFiles.read(run, layout);
        linker.constraints(Decided.read(run, files)).before(Decided.before(run, files));
        Linkage linkage = link(run, linker.build(), files);
        LinkResults.write(run, files, linkage);
    }

    private static Linkage link(Run run, Linker linker, RecordFiles files) {
        try {
            return files.right() == null ? linker.deduplicate(files.left()) : linker.link(files.left(), files.right());
        } catch (IllegalArgumentException e) {
            throw new InputWrong("%s: key decided: %s".formatted(run.spec().file(), e.getMessage()));
        }
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
        if (spec.isMap("layout")) {
            throw new InputWrong("%s: key layout: expected at least one of %s with the column that holds it"
                    .formatted(spec.file(), String.join(", ", MEANINGS)));
        }
        return switch (spec.choice("layout", "china-person", "febrl", "splink-fake")) {
            case "febrl" -> Layout.febrl();
            case "splink-fake" -> Layout.splinkFake();
            default -> Layout.chinaPerson();
        };
    }

    /** A misspelt column would be seen after all: what is hidden must be a column of the layout or of a file. */
    private static Layout hidden(Run run, Layout layout) {
        Spec spec = run.spec();
        Set<String> hide = new TreeSet<>(spec.list("hide"));
        Set<String> known = new HashSet<>(layout.columns());
        known.addAll(run.columns("left.file"));
        if (spec.has("right.file")) {
            known.addAll(run.columns("right.file"));
        }
        for (String column : hide) {
            if (!known.contains(column) || column.equals(layout.idColumn())) {
                throw new InputWrong("%s: key hide: \"%s\": expected some of the columns %s other than %s"
                        .formatted(spec.file(), column, new TreeSet<>(known), layout.idColumn()));
            }
        }
        return layout.hide(hide);
    }
}

package org.junheng.cli.link;

import java.util.HashSet;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.Run;
import org.junheng.linkage.Linkage;
import org.junheng.linkage.Pair;

/** Writes what a run found. */
final class LinkResults {

    private LinkResults() {}

    static void write(Run run, RecordFiles files, Linkage linkage) {
        try (CsvOut csv = run.csv("pairs.csv", "left_id,right_id,weight,probability,decision")) {
            for (Pair pair : linkage.pairs()) {
                csv.row(
                        files.leftId(pair.left()),
                        files.rightId(pair.right()),
                        pair.weight(),
                        pair.probability(),
                        pair.decision().word());
            }
        }
        try (CsvOut csv = run.csv("clusters.csv", "rec_id,cluster")) {
            linkage.clusters().forEach(csv::row);
        }
        try (CsvOut csv = run.csv("rules.csv", "rule,pairs,dropped_blocks,dropped_records")) {
            linkage.found().forEach(f -> csv.row(f.rule(), f.pairs(), f.droppedBlocks(), f.droppedRecords()));
        }
        run.json("model.json", linkage.model().toMap());
        tell(run, linkage);
    }

    private static void tell(Run run, Linkage linkage) {
        long links = linkage.pairs().stream()
                .filter(p -> p.decision() == Pair.Decision.LINK)
                .count();
        run.tell("%d pairs compared, %d linked, %d for review, %d persons"
                .formatted(
                        linkage.compared(),
                        links,
                        linkage.pairs().size() - links,
                        new HashSet<>(linkage.clusters().values()).size()));
        for (Linkage.Found found : linkage.found()) {
            if (found.droppedBlocks() > 0) {
                run.tell("rule %s: %d blocks with %d records in all were left out for their size"
                        .formatted(found.rule(), found.droppedBlocks(), found.droppedRecords()));
            }
        }
    }
}

package org.junheng.cli.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.Run;
import org.junheng.linkage.Constraints;

/** What earlier runs and people settled: pairs decided by hand, and names of clusters that stay. */
final class Decided {

    private Decided() {}

    /** Columns left_id, right_id, decision: must-link or cannot-link. */
    static Constraints read(Run run, RecordFiles files) {
        if (!run.spec().has("decided.file")) {
            return Constraints.NONE;
        }
        List<Constraints.Ids> must = new ArrayList<>();
        List<Constraints.Ids> cannot = new ArrayList<>();
        CsvTable table = run.table("decided.file").need("left_id", "right_id", "decision");
        for (CsvTable.Row row : table.rows()) {
            var ids = new Constraints.Ids(files.left(row.text("left_id")), files.right(row.text("right_id")));
            switch (row.text("decision")) {
                case "must-link" -> must.add(ids);
                case "cannot-link" -> cannot.add(ids);
                default -> throw row.wrong("decision", "must-link or cannot-link");
            }
        }
        return new Constraints(must, cannot);
    }

    /** A clusters.csv of an earlier run. */
    static Map<String, String> before(Run run, RecordFiles files) {
        Map<String, String> before = new HashMap<>();
        if (run.spec().has("before.file")) {
            CsvTable table = run.table("before.file").need("rec_id", "cluster");
            table.rows().forEach(row -> before.put(row.text("rec_id"), row.text("cluster")));
        }
        return before;
    }
}

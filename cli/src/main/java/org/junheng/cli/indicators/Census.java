package org.junheng.cli.indicators;

import java.util.ArrayList;
import java.util.List;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.demography.BySex;
import org.junheng.demography.structure.AgeStructure;

/** {@code census: FILE}: one row of indicators per row of a census table; none is dropped, with or without a code. */
public final class Census {

    private static final int[] AGES = {0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85};
    private static final String HEADER =
            "code,city,name,pop,sex_ratio,child_dep,old_dep,total_dep,pct_0_14,pct_60plus,pct_65plus,"
                    + "median_age,sex_ratio_age0,child_woman_ratio";

    private Census() {}

    /** Reads the table and writes {@code indicators.csv}. */
    public static void write(Run run) {
        run.spec().allow("census");
        CsvTable table = run.table("census").need("code", "name", "pop");
        if (table.rows().isEmpty()) {
            throw new InputWrong(table.file() + ": no rows");
        }
        try (CsvOut out = run.csv("indicators.csv", HEADER)) {
            for (CsvTable.Row row : table.rows()) {
                write(out, table, row);
            }
        }
    }

    private static void write(CsvOut out, CsvTable table, CsvTable.Row row) {
        AgeStructure s = structure(row);
        if (s.total() != row.number("pop")) {
            throw row.wrong("pop", "the sum of the age groups, " + (long) s.total());
        }
        out.row(
                row.text("code"),
                table.has("city") ? row.text("city") : "",
                row.text("name"),
                s.total(),
                s.sexRatio(),
                s.childDependency(),
                s.oldDependency(),
                s.totalDependency(),
                s.share(0, 15),
                s.shareFrom(60),
                s.shareFrom(65),
                s.medianAge(),
                s.sexRatioOfFirstGroup(),
                s.childWomanRatio());
    }

    private static AgeStructure structure(CsvTable.Row row) {
        List<double[]> sexes = new ArrayList<>();
        for (String sex : List.of("m_", "f_")) {
            double[] counts = new double[AGES.length];
            for (int i = 0; i < AGES.length; i++) {
                String column = sex + group(i);
                counts[i] = row.number(column);
                if (counts[i] < 0 || counts[i] != Math.rint(counts[i])) {
                    throw row.wrong(column, "a whole number of persons, zero or more");
                }
            }
            sexes.add(counts);
        }
        return new AgeStructure(AGES, new BySex(sexes.get(0), sexes.get(1)));
    }

    private static String group(int i) {
        if (i == 0) {
            return "0";
        }
        return i == AGES.length - 1 ? "85+" : AGES[i] + "-" + (AGES[i + 1] - 1);
    }
}

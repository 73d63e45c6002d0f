package org.junheng.cli.synthesize;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.Spec;
import org.junheng.kernel.AreaCode;
import org.junheng.population.Assumptions;
import org.junheng.population.CellCheck;
import org.junheng.population.CountySpec;
import org.junheng.population.FigureCheck;
import org.junheng.population.SyntheticCounty;
import org.junheng.tables.Limits;
import org.junheng.tables.Tables;

/** Makes the county a specification asks for, and writes it with its checks, assumptions and demonstration families. */
public final class County {

    private static final int MEMORY_MEGABYTES = 512;
    private static final int THREADS = 2;

    private County() {}

    /** Keys: areas (one county), scale (1), on (a day), all but the first optional. */
    public static void write(Run run) {
        CountySpec spec = read(run.spec(), run.seed());
        SyntheticCounty county = SyntheticCounty.make(spec);
        Path snapshot = run.folder("snapshot");
        Path identity = run.folder("identity");
        try (Tables tables = Tables.open(new Limits(MEMORY_MEGABYTES, THREADS, run.folder("spill")))) {
            county.write(snapshot, identity, tables);
        }
        cells(run, county.listCells());
        figures(run, county.listFigures());
        assumptions(run);
        cast(run, county);
    }

    private static CountySpec read(Spec spec, long seed) {
        spec.allow("areas", "scale", "on");
        List<String> areas = spec.list("areas");
        if (areas.size() != 1) {
            throw new InputWrong(
                    "%s: key areas: %s: expected a list of one county, [\"330329\"]".formatted(spec.file(), areas));
        }
        double scale = spec.has("scale") ? spec.number("scale") : 1;
        LocalDate on = spec.has("on") ? spec.date("on") : CountySpec.DEFAULT_DAY;
        try {
            return new CountySpec(AreaCode.of(areas.getFirst()), scale, on, seed);
        } catch (IllegalArgumentException e) {
            throw new InputWrong(spec.file() + ": " + e.getMessage());
        }
    }

    private static void cells(Run run, List<CellCheck> cells) {
        run.tell("age group   sex      census  synthetic  difference");
        try (CsvOut csv = run.csv("census_check.csv", "age_group,sex,census,synthetic,difference,within")) {
            for (CellCheck cell : cells) {
                csv.row(
                        cell.ageGroup(),
                        cell.sex(),
                        cell.census(),
                        cell.synthetic(),
                        cell.difference(),
                        cell.isWithin());
                run.tell("%-10s  %-6s %8d %10d %11d"
                        .formatted(cell.ageGroup(), cell.sex(), cell.census(), cell.synthetic(), cell.difference()));
            }
        }
    }

    private static void figures(Run run, List<FigureCheck> figures) {
        run.tell("figure                 date            target  synthetic");
        try (CsvOut csv = run.csv("totals.csv", "figure,zh,en,base,date,target,synthetic,difference,source")) {
            for (FigureCheck figure : figures) {
                csv.row(
                        figure.id(),
                        figure.zh(),
                        figure.en(),
                        figure.base(),
                        figure.on(),
                        figure.target(),
                        figure.synthetic(),
                        figure.synthetic() - figure.target(),
                        figure.source());
                run.tell("%-22s %s %11.0f %10.0f"
                        .formatted(figure.id(), figure.on(), figure.target(), figure.synthetic()));
            }
        }
    }

    private static void assumptions(Run run) {
        try (CsvOut csv = run.csv("assumptions.csv", "id,zh,en,value,unit,status,source")) {
            Assumptions.load()
                    .list()
                    .forEach(each -> csv.row(
                            each.id(),
                            each.zh(),
                            each.en(),
                            each.value(),
                            each.unit(),
                            each.status().word(),
                            each.source()));
        }
    }

    private static void cast(Run run, SyntheticCounty county) {
        try (CsvOut csv = run.csv("cast.csv", "role,key,note")) {
            county.cast().forEach(member -> csv.row(member.role(), member.key(), member.note()));
        }
    }
}

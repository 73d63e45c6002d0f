package org.junheng.cli.project;

import java.util.List;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.Run;
import org.junheng.demography.BySex;

/** Result tables that several models write alike. */
final class PopulationFiles {

    static final String TOTALS = "year,total,births,deaths_m,deaths_f";

    private PopulationFiles() {}

    static void bySingleAge(Run run, int firstYear, List<BySex> populations) {
        try (CsvOut out = run.csv("population.csv", "year,age,pop_m,pop_f")) {
            for (int i = 0; i < populations.size(); i++) {
                BySex population = populations.get(i);
                for (int age = 0; age < population.ages(); age++) {
                    out.row(
                            firstYear + i,
                            age,
                            population.male()[age],
                            population.female()[age]);
                }
            }
        }
    }
}

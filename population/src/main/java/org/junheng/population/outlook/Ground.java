package org.junheng.population.outlook;

import java.util.Arrays;
import java.util.List;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.graduation.SingleRates;
import org.junheng.demography.mortality.LifeTable;
import org.junheng.demography.regional.Layout;
import org.junheng.demography.stochastic.LeeCarter;

/** What every scenario of a province stands on: its people by single age, and how its counties differ. */
final class Ground {

    final BasePopulation base;
    final Figures figures = Figures.load();
    final China china = new China();
    final Layout layout;
    final double[][] residents;
    final double[] fertility;
    final double[] mortality;
    final PastMigration past;

    Ground(BasePopulation base) {
        this.base = base;
        List<BasePlace> places = base.places();
        this.layout = new Layout(places.size(), China.AGES);
        this.residents = residents();
        Census2010 before = new Census2010();
        CountyLevels levels = new CountyLevels(places, figures, china);
        this.fertility = levels.fertility(residents);
        this.mortality = levels.mortality(before);
        this.past = new PastMigration(base, before, china);
    }

    private double[][] residents() {
        double[] ripples = china.ripples(base.year());
        double[][] rows = layout.empty();
        for (Sex sex : Sex.values()) {
            double[] years = china.lifeTable(sex, base.year()).personYears();
            for (int i = 0; i < rows.length; i++) {
                BySex groups = base.places().get(i).groups();
                double[] singles = SingleRates.persons(groups.of(sex), ripples, years);
                System.arraycopy(singles, 0, rows[i], layout.cell(sex, 0), China.AGES);
            }
        }
        return rows;
    }

    /** How strongly each cell follows the level of mortality, from Lee and Carter's model of China's death rates. */
    double[] sensitivity() {
        double[] row = new double[layout.rowLength()];
        for (Sex sex : Sex.values()) {
            double[] b = LeeCarter.fit(china.allAbridged(sex)).b();
            for (int age = 0; age < China.AGES; age++) {
                int group = age == 0 ? 0 : age < 5 ? 1 : age / 5 + 1;
                row[layout.cell(sex, age)] = Math.max(0, b[group]);
            }
        }
        return row;
    }

    /** Years of life expectancy, both sexes, that one unit on the scale of the level of mortality costs. */
    double yearsPerUnit(double year, double level) {
        double[] sensitivity = sensitivity();
        double step = 0.1;
        double years = 0;
        for (Sex sex : Sex.values()) {
            years +=
                    (expectancy(sex, year, level, sensitivity, -step) - expectancy(sex, year, level, sensitivity, step))
                            / (2 * step)
                            / 2;
        }
        return years;
    }

    private double expectancy(Sex sex, double year, double level, double[] sensitivity, double shift) {
        double[] m = china.lifeTable(sex, year).m().clone();
        for (int age = 0; age < m.length; age++) {
            m[age] *= level * Math.exp(sensitivity[layout.cell(sex, age)] * shift);
        }
        return LifeTable.single(m, sex).lifeExpectancy();
    }

    /** Boys per girl at age 0 in the base population. */
    double sexRatioOfInfants() {
        double boys =
                base.places().stream().mapToDouble(p -> p.groups().male()[0]).sum();
        double girls =
                base.places().stream().mapToDouble(p -> p.groups().female()[0]).sum();
        return boys / girls;
    }

    double[][] netRates() {
        double[][] rates = new double[residents.length][];
        Arrays.setAll(rates, i -> past.netRates(i, layout.rowLength()));
        return rates;
    }
}

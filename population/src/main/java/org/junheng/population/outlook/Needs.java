package org.junheng.population.outlook;

import java.util.List;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.consequences.Maternity;
import org.junheng.demography.consequences.Need;
import org.junheng.demography.consequences.PensionAge;
import org.junheng.demography.regional.Layout;

/** What a population needs, with the shares that the library's figures give. */
public final class Needs {

    private static final int EVERYBODY = 200;

    private final Figures figures;
    private final List<Need> byAge;

    Needs(Figures figures) {
        this.figures = figures;
        this.byAge = List.of(
                of("nursery_places", 0, 3, figures.value("need.nursery")),
                of("kindergarten_places", 3, 6, figures.value("need.kindergarten")),
                of("school_entrants", 6, 7, figures.value("need.primary")),
                of("primary_places", 6, 12, figures.value("need.primary")),
                of("junior_places", 12, 15, figures.value("need.junior")),
                of("senior_places", 15, 18, figures.value("need.senior")),
                of("persons_60_plus", 60, EVERYBODY, 1),
                of("persons_80_plus", 80, EVERYBODY, 1));
    }

    private static Need of(String id, int from, int before, double share) {
        return Need.ofAges(id, from, before, share, China.AGES);
    }

    /** Needs that grow with the persons of certain ages, in the order of the summary's weighted sums. */
    public List<Need> byAge() {
        return byAge;
    }

    /** Beds and staff by births. */
    public Maternity maternity() {
        return new Maternity(
                figures.value("maternity.stay"),
                figures.value("maternity.occupancy"),
                figures.value("maternity.births.per.staff"));
    }

    /** Persons of pension age at the end of a year. */
    public double pensionable(BySex persons, int year) {
        double workers = figures.value("pension.women.workers");
        return PensionAge.MEN.persons(persons.male(), year)
                + workers * PensionAge.WOMEN_WORKERS.persons(persons.female(), year)
                + (1 - workers) * PensionAge.WOMEN_CADRES.persons(persons.female(), year);
    }

    List<double[]> weights(Layout layout) {
        return byAge.stream().map(need -> weights(need, layout)).toList();
    }

    private static double[] weights(Need need, Layout layout) {
        double[] row = new double[layout.rowLength()];
        for (Sex sex : Sex.values()) {
            System.arraycopy(need.perPerson().of(sex), 0, row, layout.cell(sex, 0), layout.ages());
        }
        return row;
    }
}

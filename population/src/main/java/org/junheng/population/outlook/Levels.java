package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junheng.demography.regional.Accounts;
import org.junheng.demography.regional.Movement;
import org.junheng.demography.regional.RegionalModel;
import org.junheng.demography.regional.RegionalYear;

/**
 * The province's levels: total fertility of the years for which births are known and mortality relative to the nation,
 * found so that the model gives the births and deaths of the bulletins.
 *
 * @param fertility total fertility by year known
 * @param distance total fertility relative to the nation's over those years
 * @param mortality death risks relative to the nation's
 */
record Levels(TreeMap<Integer, Double> fertility, double distance, double mortality) {

    private static final String ZHEJIANG = "330000";
    private static final int ROUNDS = 3;

    /** The nation's own levels: for provinces whose bulletins do not come with this library. */
    private static final Levels NATIONAL = new Levels(new TreeMap<>(), 1, 1);

    static Levels of(Ground ground) {
        boolean known = ground.base.province().id().equals(ZHEJIANG) && ground.base.year() == 2020;
        return known ? fitted(ground, new Bulletins()) : NATIONAL;
    }

    private static Levels fitted(Ground ground, Bulletins bulletins) {
        List<Integer> years = bulletins.complete().stream()
                .filter(year -> year > ground.base.year())
                .toList();
        double[] total =
                years.stream().mapToDouble(ground.china::totalFertility).toArray();
        double mortality = 1;
        for (int round = 0; round < ROUNDS; round++) {
            List<Accounts.Year> accounts = Accounts.of(model(ground, years, total, mortality));
            double deaths = 0;
            double died = 0;
            for (int i = 0; i < total.length; i++) {
                Bulletins.Year told = bulletins.year(years.get(i));
                Accounts.Year year = accounts.get(i);
                double born = 0;
                for (int place = 0; place < year.population().length; place++) {
                    born += year.births(place);
                    died += year.deathsMale()[place] + year.deathsFemale()[place];
                }
                total[i] *= told.births() / born;
                deaths += told.deaths();
            }
            mortality *= deaths / died;
        }
        TreeMap<Integer, Double> fertility = new TreeMap<>();
        double nation = 0;
        for (int i = 0; i < total.length; i++) {
            fertility.put(years.get(i), total[i]);
            nation += ground.china.totalFertility(years.get(i));
        }
        return new Levels(fertility, Arrays.stream(total).sum() / nation, mortality);
    }

    private static RegionalModel model(Ground ground, List<Integer> years, double[] total, double mortality) {
        List<RegionalYear> steps = new ArrayList<>();
        TreeMap<Integer, Double> migrants = new Bulletins().netMigration();
        double[] profile = ground.past.profile(ground.layout.rowLength());
        for (int i = 0; i < total.length; i++) {
            double[] pattern = ground.china.fertilityPattern(years.get(i));
            double[][] external = ground.layout.empty();
            double[][] fertility = new double[external.length][China.AGES];
            for (int place = 0; place < external.length; place++) {
                double share = ground.past.outside()[place] * migrants.getOrDefault(years.get(i), 0.0);
                double level = total[i] * ground.fertility[place];
                Arrays.setAll(external[place], cell -> share * profile[cell]);
                Arrays.setAll(fertility[place], age -> level * pattern[age]);
            }
            steps.add(new RegionalYear(
                    ground.china.survival(years.get(i), ground.layout.rowLength()),
                    new double[][][] {fertility},
                    ground.china.sexRatioAtBirth(years.get(i)),
                    new Movement.None(),
                    external,
                    Collections.emptyList()));
        }
        double[] level = Arrays.stream(ground.mortality).map(m -> m * mortality).toArray();
        return new RegionalModel(ground.layout, ground.residents, level, steps);
    }
}

package org.junheng.population.outlook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.comparison.Standardisation;

/**
 * How the counties differ from the province in fertility and mortality, from the censuses: fertility by children under
 * five against those expected of their women at the province's rates, mortality by the deaths of 2010 against those
 * expected at common rates.
 */
final class CountyLevels {

    private final List<BasePlace> places;
    private final Figures figures;
    private final China china;

    CountyLevels(List<BasePlace> places, Figures figures, China china) {
        this.places = places;
        this.figures = figures;
        this.china = china;
    }

    /**
     * Fertility relative to the province: the mean over the counties, weighted by births expected, is one.
     *
     * @param singles residents by [county][single age], as a row of the model
     */
    double[] fertility(double[][] singles) {
        double[] pattern = china.fertilityPattern(2020);
        double[] expected = new double[places.size()];
        double[] relative = new double[places.size()];
        for (int i = 0; i < places.size(); i++) {
            for (int age = 15; age < 50; age++) {
                double women = (singles[i][China.AGES + age + 2] + singles[i][China.AGES + age + 3]) / 2;
                expected[i] += pattern[age] * women;
            }
            BySex groups = places.get(i).groups();
            double children = groups.male()[0] + groups.male()[1] + groups.female()[0] + groups.female()[1];
            relative[i] = children / expected[i];
        }
        double mean = Standardisation.direct(relative, expected);
        double least = figures.value("fertility.fastest.relative");
        double most = figures.value("fertility.slowest.relative");
        Arrays.setAll(relative, i -> Math.clamp(relative[i] / mean, least, most));
        double clipped = Standardisation.direct(relative, expected);
        Arrays.setAll(relative, i -> relative[i] / clipped);
        return relative;
    }

    /** Death risks relative to the province; the mean over the counties, weighted by deaths expected, is one. */
    double[] mortality(Census2010 before) {
        Map<String, Double> ratios = new HashMap<>();
        double[] weights = new double[places.size()];
        double[] relative = new double[places.size()];
        double kept = figures.value("mortality.county.share");
        for (int i = 0; i < places.size(); i++) {
            BasePlace place = places.get(i);
            weights[i] = expectedDeaths(place.groups());
            relative[i] = ratios.computeIfAbsent(before.unitOf(place), unit -> {
                Census2010.Unit then = before.find(unit);
                return then == null ? Double.NaN : then.deaths() / expectedDeaths(then.residents());
            });
        }
        double[] known = Arrays.stream(relative).filter(r -> !Double.isNaN(r)).toArray();
        double typical = known.length == 0 ? 1 : Arrays.stream(known).average().orElse(1);
        Arrays.setAll(relative, i -> Double.isNaN(relative[i]) ? 1 : 1 + kept * (relative[i] / typical - 1));
        double mean = Standardisation.direct(relative, weights);
        Arrays.setAll(relative, i -> relative[i] / mean);
        return relative;
    }

    private double expectedDeaths(BySex groups) {
        double deaths = 0;
        for (Sex sex : Sex.values()) {
            double[] rates = china.abridged(sex, 2020);
            for (int i = 0; i < groups.ages(); i++) {
                deaths += groups.of(sex)[i] * rates[Math.min(i, rates.length - 1)];
            }
        }
        return deaths;
    }
}

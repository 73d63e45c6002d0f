package org.junheng.population.outlook;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junheng.demography.regional.Layout;
import org.junheng.demography.regional.Movement;

/**
 * Migration between the counties so that it brings the net gains and losses by age that the censuses show: those who
 * lose have so many more leavers, those who gain so many more arrivals than the exchange everybody takes part in.
 */
final class Mobility {

    private static final int ROUNDS = 60;

    private final Layout layout;
    private final Figures figures;
    private final double[][] base;
    private final double[][] netRates;
    private final double level;

    /**
     * @param base residents of the counties by row
     * @param netRates net migrants with the other counties per resident and year, by row
     * @param level factor on the moves between counties
     */
    Mobility(Layout layout, Figures figures, double[][] base, double[][] netRates, double level) {
        this.layout = layout;
        this.figures = figures;
        this.base = base;
        this.netRates = netRates;
        this.level = level;
    }

    /** The pool after the net gains and losses have faded to a share. */
    Movement.Pool pool(double kept) {
        double[] usual = usual();
        double[][] leaving = layout.empty();
        double[][] arriving = layout.empty();
        for (int cell = 0; cell < 2 * layout.ages(); cell++) {
            double people = 0;
            double gains = 0;
            for (int county = 0; county < base.length; county++) {
                people += base[county][cell];
                gains += kept * level * netRates[county][cell] * base[county][cell];
            }
            double excess = people > 0 ? gains / people : 0;
            double all = 0;
            for (int county = 0; county < base.length; county++) {
                double net = kept * level * netRates[county][cell] - excess;
                leaving[county][cell] = Math.min(1, usual[cell] + Math.max(0, -net));
                arriving[county][cell] = (usual[cell] + Math.max(0, net)) * base[county][cell];
                all += arriving[county][cell];
            }
            for (int county = 0; county < base.length; county++) {
                arriving[county][cell] = all > 0 ? arriving[county][cell] / all : 1.0 / base.length;
            }
        }
        return new Movement.Pool(leaving, arriving);
    }

    /**
     * The same leavers and arrivals, all ages together, as a matrix of origins and destinations: movers prefer their
     * own city, and nobody moves to where he is.
     */
    Movement.OriginDestination matrix(double kept, List<BasePlace> places) {
        Movement.Pool pool = pool(kept);
        int n = base.length;
        double[] leavers = new double[n];
        double[] byCell = new double[layout.rowLength()];
        for (int o = 0; o < n; o++) {
            for (int cell = 0; cell < byCell.length; cell++) {
                double out = base[o][cell] * pool.leaving()[o][cell];
                leavers[o] += out;
                byCell[cell] += out;
            }
        }
        double[] arrivals = new double[n];
        for (int d = 0; d < n; d++) {
            for (int cell = 0; cell < byCell.length; cell++) {
                arrivals[d] += pool.arriving()[d][cell] * byCell[cell];
            }
        }
        return new Movement.OriginDestination(pool.leaving(), shares(fitted(leavers, arrivals, places)));
    }

    /**
     * Flows [destination][origin] with the given margins, by proportional fitting from a preference for the own city.
     */
    private double[][] fitted(double[] leavers, double[] arrivals, List<BasePlace> places) {
        int n = leavers.length;
        double[][] flows = new double[n][n];
        double near = figures.value("mobility.city");
        for (int d = 0; d < n; d++) {
            for (int o = 0; o < n; o++) {
                boolean same = places.get(d).city().equals(places.get(o).city());
                flows[d][o] = d == o ? 0 : (same ? near : 1) * arrivals[d] * leavers[o];
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int d = 0; d < n; d++) {
                double sum = Arrays.stream(flows[d]).sum();
                double factor = sum > 0 ? arrivals[d] / sum : 0;
                Arrays.setAll(flows[d], scaled(flows[d], factor));
            }
            for (int o = 0; o < n; o++) {
                double sum = 0;
                for (double[] row : flows) {
                    sum += row[o];
                }
                for (double[] row : flows) {
                    row[o] *= sum > 0 ? leavers[o] / sum : 0;
                }
            }
        }
        return flows;
    }

    private static IntToDoubleFunction scaled(double[] row, double factor) {
        return i -> row[i] * factor;
    }

    private static double[][] shares(double[][] flows) {
        int n = flows.length;
        for (int o = 0; o < n; o++) {
            double sum = 0;
            for (double[] row : flows) {
                sum += row[o];
            }
            for (int d = 0; d < n; d++) {
                flows[d][o] = sum > 0 ? flows[d][o] / sum : d == o ? 1 : 0;
            }
        }
        return flows;
    }

    /** Share of each cell that takes part in the exchange between counties in a year. */
    private double[] usual() {
        double[] usual = new double[layout.rowLength()];
        for (int cell = 0; cell < 2 * layout.ages(); cell++) {
            double z = (cell % layout.ages() - figures.value("mobility.peak.age")) / figures.value("mobility.width");
            usual[cell] =
                    level * (figures.value("mobility.base") + figures.value("mobility.peak") * Math.exp(-z * z / 2));
        }
        return usual;
    }
}

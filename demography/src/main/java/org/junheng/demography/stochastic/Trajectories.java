package org.junheng.demography.stochastic;

import java.util.Arrays;
import java.util.List;
import org.junheng.demography.regional.Draws;

/**
 * Draws the factors by which the trajectories of a regional projection differ.
 *
 * @param shape trajectories, years, regions and birth orders
 * @param places the place of each region, from 0; regions of one place share their fertility shocks
 * @param fertility central total fertility of each year
 * @param known first years whose births, deaths and migrants are known for the whole: only the places differ from the
 *     central rates in them
 * @param levers measures that are in the central rates and whose effects are uncertain
 */
public record Trajectories(Draws.Shape shape, int[] places, double[] fertility, int known, List<Lever> levers) {

    private static final int FERTILITY = 1;
    private static final int ULTIMATE = 2;
    private static final int MORTALITY = 3;
    private static final int LEAVING = 4;
    private static final int EXTERNAL = 5;
    private static final int LEVERS = 100;
    private static final int PLACES = 1000;

    public Trajectories {
        levers = List.copyOf(levers);
        if (known < 0
                || known > shape.years()
                || places.length != shape.regions()
                || fertility.length != shape.years()) {
            throw new IllegalArgumentException("%d places, %d years of fertility, %d of them known, for %s"
                    .formatted(places.length, fertility.length, known, shape));
        }
    }

    /** The same seed gives the same factors; more trajectories leave the first ones as they were. */
    public Draws draw(Uncertainty uncertainty, long seed) {
        Shocks shocks = new Shocks(seed);
        Draws draws = Draws.central(shape);
        for (int t = 0; t < shape.trajectories(); t++) {
            int first = t * shape.years();
            fertility(uncertainty.fertility(), shocks, t, draws.fertility());
            measures(shocks, t, draws.byOrder());
            int open = shape.years() - known;
            exponentials(uncertainty.mortality().path(open, shocks.of(MORTALITY, t)), draws.mortality(), first + known);
            exponentials(uncertainty.leaving().path(open, shocks.of(LEAVING, t)), draws.leaving(), first + known);
            double[] external = uncertainty.external().path(open, shocks.of(EXTERNAL, t));
            for (int year = 0; year < open; year++) {
                draws.external()[first + known + year] = 1 + external[year];
            }
        }
        return draws;
    }

    private static void exponentials(double[] path, double[] factors, int first) {
        for (int year = 0; year < path.length; year++) {
            factors[first + year] = StrictMath.exp(path[year]);
        }
    }

    private void fertility(FertilityProcess process, Shocks shocks, int t, double[] factors) {
        double[] province = fertility.clone();
        double[] open = process.path(
                Arrays.copyOfRange(fertility, known, fertility.length),
                shocks.of(FERTILITY, t),
                shocks.of(ULTIMATE, t).next());
        System.arraycopy(open, 0, province, known, open.length);
        int count = Arrays.stream(places).max().orElse(-1) + 1;
        double[][] own = new double[count][];
        for (int place = 0; place < count; place++) {
            own[place] = process.own(fertility, shocks.of(PLACES + place, t));
        }
        for (int year = 0; year < shape.years(); year++) {
            double common = province[year] / fertility[year];
            int to = (t * shape.years() + year) * shape.regions();
            for (int region = 0; region < shape.regions(); region++) {
                factors[to + region] = common * StrictMath.exp(own[places[region]][year]);
            }
        }
    }

    private void measures(Shocks shocks, int t, double[] factors) {
        for (int i = 0; i < levers.size(); i++) {
            Lever lever = levers.get(i);
            double drawn = lever.effect()
                    + lever.standardError() * shocks.of(LEVERS + i, t).next();
            for (int year = 0; year < shape.years(); year++) {
                int to = (t * shape.years() + year) * shape.orders();
                for (int order = 1; order <= shape.orders(); order++) {
                    factors[to + order - 1] *=
                            lever.factor(order, year, drawn) / lever.factor(order, year, lever.effect());
                }
            }
        }
    }
}

package org.junheng.demography.regional;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junheng.demography.Sex;

/** Made-up provinces for tests: every number from the seed. */
final class Provinces {

    static final int AGES = 101;
    static final int YEARS = 12;

    private Provinces() {}

    /** Which movement a province has. */
    enum Kind {
        NONE,
        POOL,
        FLOWS
    }

    static RegionalModel random(long seed, int regions, Kind kind) {
        SplittableRandom random = new SplittableRandom(seed);
        Layout layout = new Layout(regions, AGES);
        double[][] base = layout.empty();
        double[][] fertility = new double[regions][AGES];
        double[] level = new double[regions];
        for (int region = 0; region < regions; region++) {
            level[region] = 0.8 + 0.4 * random.nextDouble();
            double size = 100 + 5000 * random.nextDouble();
            for (int cell = 0; cell < 2 * AGES; cell++) {
                base[region][cell] = size * (0.5 + random.nextDouble());
            }
            for (int age = 15; age < 50; age++) {
                fertility[region][age] = 0.1 * random.nextDouble();
            }
        }
        return of(layout, base, level, fertility, movement(random, layout, kind));
    }

    static RegionalModel of(Layout layout, double[][] base, double[] level, double[][] fertility, Movement movement) {
        RegionalYear year = new RegionalYear(survival(layout), fertility, 1.08, movement, layout.empty());
        return new RegionalModel(layout, base, level, Collections.nCopies(YEARS, year));
    }

    static double[] survival(Layout layout) {
        double[] survival = new double[layout.rowLength()];
        Arrays.fill(survival, 1);
        for (Sex sex : Sex.values()) {
            for (int age = 0; age < layout.ages(); age++) {
                double rate = (sex == Sex.MALE ? 7e-5 : 5e-5) * Math.exp(0.09 * age);
                survival[layout.cell(sex, age)] = Math.exp(age == 0 ? -0.004 : -rate);
            }
        }
        return survival;
    }

    static Movement movement(SplittableRandom random, Layout layout, Kind kind) {
        double[][] leaving = layout.empty();
        double[][] weights = layout.empty();
        double[][] matrix = new double[layout.regions()][layout.regions()];
        fill(leaving, random, v -> 0.08 * v);
        fill(weights, random, v -> 0.1 + v);
        fill(matrix, random, v -> 0.1 + v);
        return switch (kind) {
            case NONE -> new Movement.None();
            case POOL -> new Movement.Pool(leaving, normalised(weights));
            case FLOWS -> new Movement.OriginDestination(leaving, normalised(matrix));
        };
    }

    /** Every column divided by its sum. */
    static double[][] normalised(double[][] rows) {
        for (int i = 0; i < rows[0].length; i++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[i];
            }
            for (double[] row : rows) {
                row[i] /= sum;
            }
        }
        return rows;
    }

    /** Trajectories whose fertility, mortality and mobility wander. */
    static Draws wandering(long seed, int trajectories, int regions, double spread) {
        SplittableRandom random = new SplittableRandom(seed);
        Draws draws = Draws.central(trajectories, YEARS, regions);
        for (double[] factors : new double[][] {draws.fertility(), draws.mortality(), draws.leaving()}) {
            Arrays.setAll(factors, i -> Math.exp(spread * (random.nextDouble() - 0.5)));
        }
        return draws;
    }

    static double[][] end(RegionalModel model) {
        Draws central = Draws.central(1, model.years().size(), model.layout().regions());
        return new Forecast(model, central, new Summary(model.layout(), List.of()), 1).populations()[0];
    }

    static double[] sum(double[][] population) {
        double[] sum = new double[population[0].length];
        for (double[] row : population) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        return sum;
    }

    private static void fill(double[][] rows, SplittableRandom random, UnaryOperator<Double> of) {
        for (double[] row : rows) {
            Arrays.setAll(row, i -> of.apply(random.nextDouble()));
        }
    }
}

package org.junheng.population.outlook;

import java.util.Arrays;

/**
 * Fertility by birth order from fertility by age: at every age the orders share the rate, each with a bell of its own
 * around its mean age, weighted so that total fertility splits as births do.
 */
final class BirthOrders {

    static final int ORDERS = 3;

    private static final int ROUNDS = 100;

    private final double[] targets = new double[ORDERS];
    private final double[] ages = new double[ORDERS];
    private final double spread;

    BirthOrders(Figures figures) {
        for (int i = 0; i < ORDERS; i++) {
            targets[i] = figures.value("order.%d.share".formatted(i + 1));
            ages[i] = figures.value("order.%d.age".formatted(i + 1));
        }
        double sum = Arrays.stream(targets).sum();
        Arrays.setAll(targets, i -> targets[i] / sum);
        spread = figures.value("order.age.spread");
    }

    /** Shares [order − 1][age] of the fertility of each age; they sum to one over the orders. */
    double[][] shares(double[] pattern) {
        double[] weights = targets.clone();
        double[][] shares = new double[ORDERS][pattern.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] reached = new double[ORDERS];
            for (int age = 0; age < pattern.length; age++) {
                double all = 0;
                for (int i = 0; i < ORDERS; i++) {
                    double z = (age + 0.5 - ages[i]) / spread;
                    shares[i][age] = weights[i] * Math.exp(-z * z / 2);
                    all += shares[i][age];
                }
                for (int i = 0; i < ORDERS; i++) {
                    shares[i][age] = all > 0 ? shares[i][age] / all : targets[i];
                    reached[i] += pattern[age] * shares[i][age];
                }
            }
            for (int i = 0; i < ORDERS; i++) {
                weights[i] *= targets[i] / reached[i];
            }
        }
        return shares;
    }
}

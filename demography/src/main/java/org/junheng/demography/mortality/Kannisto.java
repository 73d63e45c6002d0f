package org.junheng.demography.mortality;

import java.util.Arrays;

/**
 * The Kannisto model of old-age mortality, logit m(x) = ln(level) + slope·(x − from): death rates that rise to a
 * ceiling of one (Thatcher, Kannisto and Vaupel 1998). Fitted by least squares on the logits; a fitted slope below zero
 * is taken as zero, because death rates that fall with age are an artefact of misreported ages.
 *
 * @param from age at which the level holds
 * @param level exp of the logit at that age
 * @param slope rise of the logit per year of age
 */
public record Kannisto(int from, double level, double slope) {

    private static final double CEILING = 0.99999;

    /** Fits the model to the rates of successive single ages; rates of zero carry no logit and are left out. */
    public static Kannisto fit(int from, double[] m) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int i = 0; i < m.length; i++) {
            if (m[i] <= 0) {
                continue;
            }
            double rate = Math.min(m[i], CEILING);
            double y = Math.log(rate / (1 - rate));
            n++;
            sumX += i;
            sumY += y;
            sumXx += (double) i * i;
            sumXy += i * y;
        }
        if (n < 3) {
            throw new IllegalArgumentException(
                    "only %.0f positive death rates from age %d on: the Kannisto model needs three".formatted(n, from));
        }
        double slope = Math.max(0, (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX));
        return new Kannisto(from, Math.exp((sumY - slope * sumX) / n), slope);
    }

    /** Death rate at the middle of a year of age. */
    public double rate(int age) {
        double odds = level * Math.exp(slope * (age - from));
        return odds / (1 + odds);
    }

    /** The rates as given, followed by fitted ones up to and including the last age. */
    public double[] extend(double[] m, int last) {
        double[] extended = Arrays.copyOf(m, last + 1);
        for (int age = m.length; age <= last; age++) {
            extended[age] = rate(age);
        }
        return extended;
    }
}

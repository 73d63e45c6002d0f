package org.junheng.demography.decomposition;

import java.util.function.ToDoubleFunction;

/**
 * Standardisation and decomposition of rates in any number of factors (Das Gupta 1993). The standardised rate of
 * population p in factor k lets k take p's value and averages over all ways the other factors can take either
 * population's, weighted so that the effects add up to the difference of the crude rates exactly. More than two
 * populations are made consistent with each other (Das Gupta, ch. 6).
 *
 * <p>A rate is any function of "whose value does each factor take": a product, a sum of products over age groups, a
 * life expectancy.
 */
public final class DasGupta {

    private static final int MOST_FACTORS = 20;

    private DasGupta() {}

    /** The rate that results when factor k takes the value of population {@code owner[k]}. */
    @FunctionalInterface
    public interface Rate {
        double at(int[] owner);
    }

    /** A rate that is the product of scalar factors, laid out [factor][population]. */
    public static Rate product(double[][] factors) {
        return owner -> {
            double rate = 1;
            for (int k = 0; k < factors.length; k++) {
                rate *= factors[k][owner[k]];
            }
            return rate;
        };
    }

    /**
     * A rate that is a sum over cells (age groups, say) of the product of factors, laid out [factor][population][cell].
     */
    public static Rate sumOfProducts(double[][][] factors) {
        return owner -> {
            double sum = 0;
            for (int cell = 0; cell < factors[0][0].length; cell++) {
                double product = 1;
                for (int k = 0; k < factors.length; k++) {
                    product *= factors[k][owner[k]][cell];
                }
                sum += product;
            }
            return sum;
        };
    }

    /**
     * Standardised rates [factor][population]; the effect of factor k between populations p and q is the difference of
     * their rates in row k, and the effects over all factors sum to the difference of the crude rates.
     */
    public static double[][] standardise(Rate rate, int factors, int populations) {
        if (factors < 1 || factors > MOST_FACTORS) {
            throw new IllegalArgumentException(
                    "%d factors: between 1 and %d can be decomposed".formatted(factors, MOST_FACTORS));
        }
        double[][] standardised = new double[factors][populations];
        for (int k = 0; k < factors; k++) {
            standardised[k] = consistent(pairwise(rate, factors, populations, k));
        }
        return standardised;
    }

    /** Pairwise rates [p][q]: factor k at p's value, the others between p and q. */
    private static double[][] pairwise(Rate rate, int factors, int populations, int factor) {
        double[][] pair = new double[populations][populations];
        for (int p = 0; p < populations; p++) {
            for (int q = 0; q < populations; q++) {
                if (p != q) {
                    pair[p][q] = betweenTwo(rate, factors, factor, p, q);
                }
            }
        }
        return pair;
    }

    private static double betweenTwo(Rate rate, int factors, int factor, int p, int q) {
        int others = factors - 1;
        return sumOverSubsets(others, subset -> {
            int[] owner = new int[factors];
            for (int k = 0, bit = 0; k < factors; k++) {
                owner[k] = k == factor ? p : (subset >> bit++ & 1) == 0 ? p : q;
            }
            return rate.at(owner) * weight(Integer.bitCount(subset), others);
        });
    }

    private static double sumOverSubsets(int size, ToDoubleFunction<Integer> term) {
        double sum = 0;
        for (int subset = 0; subset < 1 << size; subset++) {
            sum += term.applyAsDouble(subset);
        }
        return sum;
    }

    /** s!(n−s)! / (n+1)!: all orders in which factors may change are equally likely. */
    private static double weight(int chosen, int others) {
        double binomial = 1;
        for (int i = 1; i <= chosen; i++) {
            binomial = binomial * (others - chosen + i) / i;
        }
        return 1 / (binomial * (others + 1));
    }

    /** Rates that no longer depend on which pair is compared; with two populations they are the pairwise ones. */
    private static double[] consistent(double[][] pair) {
        int n = pair.length;
        double[] rates = new double[n];
        for (int i = 0; i < n; i++) {
            double own = 0;
            double correction = 0;
            for (int j = 0; j < n; j++) {
                if (j == i) {
                    continue;
                }
                own += pair[i][j];
                for (int k = 0; k < n; k++) {
                    correction += k == i || k == j ? 0 : pair[j][k];
                }
                correction -= (n - 2) * pair[j][i];
            }
            rates[i] = own / (n - 1) + correction / (n * (n - 1.0));
        }
        return rates;
    }
}

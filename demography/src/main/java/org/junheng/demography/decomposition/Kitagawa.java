package org.junheng.demography.decomposition;

/**
 * The difference between two crude rates split into what comes from the groups' rates and what from the groups' shares,
 * each valued at the mean of the other (Kitagawa 1955). The two effects add up to the difference; by group they add up
 * to the effects.
 *
 * @param rateEffectByGroup contribution of each group's rate
 * @param compositionEffectByGroup contribution of each group's share
 */
public record Kitagawa(double[] rateEffectByGroup, double[] compositionEffectByGroup) {

    /** Second population minus first; shares sum to one in each. */
    public static Kitagawa of(double[] rates1, double[] shares1, double[] rates2, double[] shares2) {
        double[] rate = new double[rates1.length];
        double[] composition = new double[rates1.length];
        for (int i = 0; i < rates1.length; i++) {
            rate[i] = (rates2[i] - rates1[i]) * (shares1[i] + shares2[i]) / 2;
            composition[i] = (shares2[i] - shares1[i]) * (rates1[i] + rates2[i]) / 2;
        }
        return new Kitagawa(rate, composition);
    }

    public double rateEffect() {
        return sum(rateEffectByGroup);
    }

    public double compositionEffect() {
        return sum(compositionEffectByGroup);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}

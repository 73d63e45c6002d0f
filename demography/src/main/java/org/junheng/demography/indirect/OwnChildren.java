package org.junheng.demography.indirect;

/**
 * Fertility of past years from the children a census finds beside their mothers (Cho, Retherford and Choe 1986):
 * children are brought back to life to their year of birth, women to that year, and the one is divided by the other.
 *
 * @param rates births per woman by [years before the census, 0 = the twelve months before it][age of the mother]
 */
public record OwnChildren(double[][] rates) {

    /**
     * What the census found.
     *
     * @param children children by [single age][single age of the mother], those without a mother found shared out among
     *     the mothers of their age
     * @param women women by single age
     */
    public record Found(double[][] children, double[] women) {}

    /**
     * @param childSurvival share of births alive at each single age, both sexes: years lived at that age per birth
     * @param womenSurvival years lived by women at each single age, per birth
     */
    public static OwnChildren of(Found census, double[] childSurvival, double[] womenSurvival) {
        double[][] rates = new double[census.children().length][census.women().length];
        for (int ago = 0; ago < rates.length; ago++) {
            for (int mother = 0; mother + ago + 1 < census.women().length; mother++) {
                double births = births(census, ago, mother, childSurvival[ago]);
                double women = (alive(census.women(), womenSurvival, mother + ago, ago)
                                + alive(census.women(), womenSurvival, mother + ago + 1, ago + 1))
                        / 2;
                rates[ago][mother] = women > 0 ? births / women : 0;
            }
        }
        return new OwnChildren(rates);
    }

    /** Total fertility so many years before the census. */
    public double total(int yearsBefore) {
        double sum = 0;
        for (double rate : rates[yearsBefore]) {
            sum += rate;
        }
        return sum;
    }

    /**
     * Births to mothers of an age: half of the children of mothers so much older now, half of those a year older still,
     * because a birthday lies between.
     */
    private static double births(Found census, int ago, int mother, double survival) {
        double[] byMother = census.children()[ago];
        return (byMother[mother + ago] + byMother[mother + ago + 1]) / 2 / survival;
    }

    private static double alive(double[] women, double[] survival, int age, int back) {
        return women[age] * survival[age - back] / survival[age];
    }
}

package org.junheng.demography.fertility;

import java.util.ArrayList;
import java.util.List;

/**
 * Total fertility freed of the shift of births in time (Bongaarts and Feeney 1998; 2000, footnote 1): by birth order,
 * TFR′ = TFR / (1 − r) with r half the change of the mean age from the year before to the year after. Mean ages are not
 * rounded.
 *
 * @param shift change r of the mean age per year, by order
 * @param observed total fertility by order
 * @param adjusted adjusted total fertility by order
 * @param doubts orders whose adjustment should not be trusted, with the reason; empty when all hold
 */
public record Tempo(double[] shift, double[] observed, double[] adjusted, List<String> doubts) {

    private static final double LARGE_SHIFT = 0.25;
    private static final double RARE_ORDER = 0.05;

    /** One schedule per birth order for the year before, the year itself and the year after. */
    public static Tempo adjust(
            List<FertilitySchedule> before, List<FertilitySchedule> year, List<FertilitySchedule> after) {
        if (before.size() != year.size() || after.size() != year.size()) {
            throw new IllegalArgumentException("birth orders differ between the years: %d, %d, %d"
                    .formatted(before.size(), year.size(), after.size()));
        }
        int orders = year.size();
        double[] shift = new double[orders];
        double[] observed = new double[orders];
        double[] adjusted = new double[orders];
        List<String> doubts = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            observed[i] = year.get(i).total();
            double r = (after.get(i).meanAge() - before.get(i).meanAge()) / 2;
            shift[i] = Double.isNaN(r) ? 0 : r;
            adjusted[i] = observed[i] / (1 - shift[i]);
            doubt(i + 1, r, observed[i], doubts);
        }
        return new Tempo(shift, observed, adjusted, List.copyOf(doubts));
    }

    public double total() {
        return sum(observed);
    }

    public double adjustedTotal() {
        return sum(adjusted);
    }

    private static void doubt(int order, double r, double total, List<String> doubts) {
        if (Double.isNaN(r)) {
            doubts.add("order %d: no births in a neighbouring year, left unadjusted".formatted(order));
        } else if (Math.abs(r) > LARGE_SHIFT) {
            doubts.add("order %d: the mean age moves by %.3f years a year, more than %.2f"
                    .formatted(order, r, LARGE_SHIFT));
        }
        if (total < RARE_ORDER) {
            doubts.add("order %d: total fertility %.4f is below %.2f".formatted(order, total, RARE_ORDER));
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}

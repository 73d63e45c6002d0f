package org.junheng.demography.stochastic;

/**
 * How fast total fertility falls during its transition, as a function of its level: slowly from high levels, fastest in
 * between, slowly again as it nears its end. The sum of two logistic curves of Alkema et al. (2011), as in the United
 * Nations' fertility model; per five years.
 *
 * @param steps the four stretches Δ1 … Δ4 of the level, from the top down: acceleration, fast fall, deceleration, rest
 * @param fastest largest fall in five years, children per woman
 */
public record DoubleLogistic(double[] steps, double fastest) {

    private static final double NINE_TO_ONE = 2 * Math.log(9);

    public DoubleLogistic {
        if (steps.length != 4 || !(fastest >= 0)) {
            throw new IllegalArgumentException(
                    "%d stretches, fastest fall %s: four stretches and a fall of zero or more are needed"
                            .formatted(steps.length, fastest));
        }
    }

    /** Fall of total fertility over the next five years from a level. */
    public double fall(double level) {
        double top = steps[0] + steps[1] + steps[2] + steps[3];
        double rising = 1 + Math.exp(-NINE_TO_ONE / steps[2] * (level - steps[3] - 0.5 * steps[2]));
        double ending = 1 + Math.exp(-NINE_TO_ONE / steps[0] * (level - top + 0.5 * steps[0]));
        return fastest * (1 / rising - 1 / ending);
    }

    /** Level a year later by a fifth of the fall of five years. */
    public double next(double level) {
        return level - fall(level) / 5;
    }
}

package org.junheng.demography.decomposition;

import java.util.function.ToDoubleFunction;

/**
 * The difference of any smooth function of many variables split over the variables, by letting all of them move
 * together along a straight line in small steps and adding up what each one moves (Horiuchi, Wilmoth and Pletcher
 * 2008).
 */
public final class LineIntegral {

    private LineIntegral() {}

    /**
     * Contributions by variable; they sum to f(to) − f(from) up to the step error, which falls with the square of the
     * steps.
     *
     * @param steps steps along the line, 20 or more for four digits
     */
    public static double[] decompose(ToDoubleFunction<double[]> function, double[] from, double[] to, int steps) {
        double[] contributions = new double[from.length];
        double[] point = new double[from.length];
        for (int step = 0; step < steps; step++) {
            double share = (step + 0.5) / steps;
            for (int i = 0; i < from.length; i++) {
                point[i] = from[i] + share * (to[i] - from[i]);
            }
            for (int i = 0; i < from.length; i++) {
                double half = (to[i] - from[i]) / steps / 2;
                double middle = point[i];
                point[i] = middle + half;
                double above = function.applyAsDouble(point);
                point[i] = middle - half;
                double below = function.applyAsDouble(point);
                point[i] = middle;
                contributions[i] += above - below;
            }
        }
        return contributions;
    }
}

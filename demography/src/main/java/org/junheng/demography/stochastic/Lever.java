package org.junheng.demography.stochastic;

/**
 * A measure that raises or lowers fertility by an effect known only with an error, as an evaluation study gives it. The
 * effect comes in evenly over some years and then stays.
 *
 * @param name the measure
 * @param order birth order it acts on, from 1; 0 for all orders
 * @param begins steps from the base to the first year with an effect; 0 is the first year projected
 * @param phaseIn years until the whole effect is there, at least 1
 * @param effect relative change of the order's fertility: 0.05 is five per cent more
 * @param standardError of the effect
 */
public record Lever(String name, int order, int begins, int phaseIn, double effect, double standardError) {

    public Lever {
        if (order < 0 || phaseIn < 1 || !(effect > -1 && standardError >= 0)) {
            throw new IllegalArgumentException(
                    "measure %s: order %d, phase-in %d, effect %s ± %s: order 0 or more, phase-in at least a year, effect above -1"
                            .formatted(name, order, phaseIn, effect, standardError));
        }
    }

    /** Share of the effect that is there in a year. */
    public double presence(int year) {
        return Math.clamp((year - begins + 1) / (double) phaseIn, 0, 1);
    }

    /** Factor on an order's fertility in a year if the effect is so much. */
    public double factor(int ofOrder, int year, double effectDrawn) {
        return order == 0 || order == ofOrder ? Math.max(0, 1 + effectDrawn * presence(year)) : 1;
    }
}

package org.junheng.demography.stochastic;

/**
 * How uncertain each component is.
 *
 * @param fertility total fertility, with its correlation over the counties
 * @param mortality logarithm of the force of mortality
 * @param leaving logarithm of mobility between the counties
 * @param external net migration from outside, relative to its central path
 */
public record Uncertainty(
        FertilityProcess fertility, Autoregression mortality, Autoregression leaving, Autoregression external) {

    /** Everything certain. */
    public static final Uncertainty NONE =
            new Uncertainty(FertilityProcess.NONE, Autoregression.NONE, Autoregression.NONE, Autoregression.NONE);
}

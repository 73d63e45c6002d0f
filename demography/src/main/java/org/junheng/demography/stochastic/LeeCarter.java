package org.junheng.demography.stochastic;

import java.util.Arrays;

/**
 * Death rates by age and year as ln m(x, t) = a(x) + b(x)·k(t) (Lee and Carter 1992): a is the mean over the years, b
 * and k the first pair of singular vectors, b with mean one over the ages, k with mean zero.
 *
 * @param a mean logarithm of the death rate by age
 * @param b how strongly each age follows the level of mortality, 1 on average
 * @param k level of mortality by year; a fall of one lowers the rates by b(x) on the logarithmic scale
 * @param explained share of the variance around a that b·k explains
 */
public record LeeCarter(double[] a, double[] b, double[] k, double explained) {

    private static final int ROUNDS = 200;

    /** @param rates death rates by [year][age], all above zero */
    public static LeeCarter fit(double[][] rates) {
        int years = rates.length;
        int ages = rates[0].length;
        double[] a = new double[ages];
        double[][] centred = new double[years][ages];
        for (int age = 0; age < ages; age++) {
            for (double[] year : rates) {
                if (!(year[age] > 0)) {
                    throw new IllegalArgumentException(
                            "a death rate of %s at age group %d: the model needs rates above zero. Join ages or years."
                                    .formatted(year[age], age));
                }
                a[age] += Math.log(year[age]) / years;
            }
            for (int year = 0; year < years; year++) {
                centred[year][age] = Math.log(rates[year][age]) - a[age];
            }
        }
        double[] b = leadingAges(centred);
        double mean = 0;
        for (double value : b) {
            mean += value / ages;
        }
        double[] k = new double[years];
        double explained = 0;
        double total = 0;
        for (int year = 0; year < years; year++) {
            for (int age = 0; age < ages; age++) {
                k[year] += centred[year][age] * b[age];
                total += centred[year][age] * centred[year][age];
            }
            explained += k[year] * k[year];
            k[year] *= mean;
        }
        for (int age = 0; age < ages; age++) {
            b[age] /= mean;
        }
        return new LeeCarter(a, b, k, total == 0 ? 1 : explained / total);
    }

    /** Mean change of k a year. */
    public double drift() {
        return (k[k.length - 1] - k[0]) / (k.length - 1);
    }

    /** Death rates by age at a level of mortality. */
    public double[] rates(double level) {
        double[] rates = new double[a.length];
        for (int age = 0; age < rates.length; age++) {
            rates[age] = Math.exp(a[age] + b[age] * level);
        }
        return rates;
    }

    /** The direction of unit length in which the ages vary most together, by repeated multiplication. */
    private static double[] leadingAges(double[][] centred) {
        int ages = centred[0].length;
        double[] b = new double[ages];
        Arrays.fill(b, 1 / Math.sqrt(ages));
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[ages];
            for (double[] year : centred) {
                double level = 0;
                for (int age = 0; age < ages; age++) {
                    level += year[age] * b[age];
                }
                for (int age = 0; age < ages; age++) {
                    next[age] += level * year[age];
                }
            }
            double length = 0;
            for (double value : next) {
                length += value * value;
            }
            if (length == 0) {
                return b;
            }
            for (int age = 0; age < ages; age++) {
                b[age] = next[age] / Math.sqrt(length);
            }
        }
        return b;
    }
}

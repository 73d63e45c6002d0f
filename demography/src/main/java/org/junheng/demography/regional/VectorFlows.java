package org.junheng.demography.regional;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product in tiles that stay in the processor's registers: five destinations by two vectors of cells, over all
 * origins. Rows are a multiple of sixteen long ({@link Layout#rowLength()}), which is a multiple of every vector pair
 * up to 512 bits.
 */
final class VectorFlows implements Flows {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TOGETHER = 5;

    @Override
    public void add(double[][] leavers, double[][] destinations, double[][] population) {
        int d = 0;
        for (; d + TOGETHER <= population.length; d += TOGETHER) {
            for (int cell = 0; cell < population[d].length; cell += 2 * LANES) {
                five(leavers, destinations, population, d, cell);
            }
        }
        for (; d < population.length; d++) {
            for (int cell = 0; cell < population[d].length; cell += LANES) {
                one(leavers, destinations[d], population[d], cell);
            }
        }
    }

    private static void one(double[][] leavers, double[] shares, double[] population, int cell) {
        DoubleVector sum = load(population, cell);
        for (int o = 0; o < leavers.length; o++) {
            sum = load(leavers[o], cell).fma(DoubleVector.broadcast(SPECIES, shares[o]), sum);
        }
        sum.intoArray(population, cell);
    }

    private static void five(double[][] leavers, double[][] destinations, double[][] population, int d, int cell) {
        double[] shares0 = destinations[d];
        double[] shares1 = destinations[d + 1];
        double[] shares2 = destinations[d + 2];
        double[] shares3 = destinations[d + 3];
        double[] shares4 = destinations[d + 4];
        DoubleVector low0 = load(population[d], cell);
        DoubleVector low1 = load(population[d + 1], cell);
        DoubleVector low2 = load(population[d + 2], cell);
        DoubleVector low3 = load(population[d + 3], cell);
        DoubleVector low4 = load(population[d + 4], cell);
        DoubleVector high0 = load(population[d], cell + LANES);
        DoubleVector high1 = load(population[d + 1], cell + LANES);
        DoubleVector high2 = load(population[d + 2], cell + LANES);
        DoubleVector high3 = load(population[d + 3], cell + LANES);
        DoubleVector high4 = load(population[d + 4], cell + LANES);
        for (int o = 0; o < leavers.length; o++) {
            DoubleVector low = load(leavers[o], cell);
            DoubleVector high = load(leavers[o], cell + LANES);
            DoubleVector share = DoubleVector.broadcast(SPECIES, shares0[o]);
            low0 = low.fma(share, low0);
            high0 = high.fma(share, high0);
            share = DoubleVector.broadcast(SPECIES, shares1[o]);
            low1 = low.fma(share, low1);
            high1 = high.fma(share, high1);
            share = DoubleVector.broadcast(SPECIES, shares2[o]);
            low2 = low.fma(share, low2);
            high2 = high.fma(share, high2);
            share = DoubleVector.broadcast(SPECIES, shares3[o]);
            low3 = low.fma(share, low3);
            high3 = high.fma(share, high3);
            share = DoubleVector.broadcast(SPECIES, shares4[o]);
            low4 = low.fma(share, low4);
            high4 = high.fma(share, high4);
        }
        store(low0, high0, population[d], cell);
        store(low1, high1, population[d + 1], cell);
        store(low2, high2, population[d + 2], cell);
        store(low3, high3, population[d + 3], cell);
        store(low4, high4, population[d + 4], cell);
    }

    private static DoubleVector load(double[] row, int cell) {
        return DoubleVector.fromArray(SPECIES, row, cell);
    }

    private static void store(DoubleVector low, DoubleVector high, double[] row, int cell) {
        low.intoArray(row, cell);
        high.intoArray(row, cell + LANES);
    }
}

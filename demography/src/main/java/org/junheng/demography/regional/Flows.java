package org.junheng.demography.regional;

/**
 * Arrivals from all origins, added to the population: a dense matrix product over regions. Both ways of computing it
 * take the origins in the same order with fused multiply-adds and give the same bits.
 */
interface Flows {

    /**
     * @param leavers persons leaving by [origin][cell]
     * @param destinations share of the leavers of o who go to d at [d][o]
     * @param population receives the arrivals, [destination][cell]
     */
    void add(double[][] leavers, double[][] destinations, double[][] population);

    /**
     * With vector instructions where the JVM was started with {@code --add-modules jdk.incubator.vector}, else in plain
     * loops.
     */
    static Flows best() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorFlows() : new PlainFlows();
    }
}

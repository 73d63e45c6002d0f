package org.junheng.population.internal.model;

import java.util.List;
import java.util.SplittableRandom;

/** Randomness of one stage: the same seed and stage give the same draws, whatever other stages do. */
public final class Chance {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    public static Chance of(long seed, String stage) {
        return new Chance(mix(seed + ODD * stage.hashCode()));
    }

    /** Randomness of one person in one stage, whoever else there is. */
    public static Chance of(long seed, String stage, int key) {
        return new Chance(mix(mix(seed + ODD * stage.hashCode()) + ODD * key));
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long y = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number in [0, 1). */
    public double real() {
        return random.nextDouble();
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number in [from, to); {@code from} if the range is empty. */
    public int between(int from, int to) {
        return from >= to ? from : random.nextInt(from, to);
    }

    public double normal(double mean, double spread) {
        return mean + spread * random.nextGaussian();
    }

    /** A waiting time. */
    public double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** The nearest whole number at random above or below, so that sums come out right. */
    public int round(double value) {
        double floor = Math.floor(value);
        return (int) floor + (happens(value - floor) ? 1 : 0);
    }

    public <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    public <T> void shuffle(List<T> all) {
        for (int i = all.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T other = all.get(j);
            all.set(j, all.get(i));
            all.set(i, other);
        }
    }
}

package org.junheng.demography.stochastic;

import java.util.SplittableRandom;

/**
 * Random numbers with an address: the n-th number of a stream of a trajectory is the same whoever asks for it, in
 * whatever order, on whatever thread.
 *
 * @param seed chooses all numbers at once
 */
public record Shocks(long seed) {

    private static final double HALF_STEP = 0x1.0p-54;

    /** Standard normal numbers of one stream and trajectory, in order. */
    public Stream of(int stream, int trajectory) {
        long address = mix(mix(seed) + stream) + trajectory;
        return new Stream(new SplittableRandom(mix(address)));
    }

    /** Successive numbers. */
    public static final class Stream {
        private final SplittableRandom random;

        private Stream(SplittableRandom random) {
            this.random = random;
        }

        /** The next standard normal number. */
        public double next() {
            return Normal.quantile(random.nextDouble() + HALF_STEP);
        }
    }

    /** Stafford's thirteenth variant of the finaliser of MurmurHash3: every bit of the input moves every bit. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

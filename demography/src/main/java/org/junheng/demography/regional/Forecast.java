package org.junheng.demography.regional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Runs all trajectories of a regional model and reduces them to quantiles. Some years at a time: every trajectory is
 * advanced over them, the summaries are kept as [year][block of eight trajectories][number][trajectory of the block],
 * quantiles are taken, and the space is used again for the next years. Blocks keep neighbouring memory together both
 * where a block writes and where a stretch of numbers is reduced.
 */
public final class Forecast {

    /** Space for the summaries of the years in hand. */
    private static final long BUFFER = 256L << 20;

    private static final int TOGETHER = 8;
    private static final int STRETCH = 22;

    private final RegionalModel model;
    private final Draws draws;
    private final Summary summary;
    private final int threads;

    /**
     * @param draws the trajectories' factors; their years and regions must be the model's
     * @param summary what is kept
     * @param threads threads to share the trajectories out to; the result does not depend on it
     */
    public Forecast(RegionalModel model, Draws draws, Summary summary, int threads) {
        if (draws.years() != model.years().size()
                || draws.regions() != model.layout().regions()) {
            throw new IllegalArgumentException("factors for %d years and %d regions, a model of %d years and %d regions"
                    .formatted(
                            draws.years(),
                            draws.regions(),
                            model.years().size(),
                            model.layout().regions()));
        }
        this.model = model;
        this.draws = draws;
        this.summary = summary;
        this.threads = threads;
    }

    /** Receives the results of one year, in order of years; year 0 is the base. */
    public interface Results {
        /**
         * @param year steps since the base
         * @param quantiles by [number of the summary][probability]
         */
        void year(int year, double[][] quantiles);
    }

    /** The summary of every trajectory is reduced to these quantiles. */
    public void quantiles(double[] probabilities, Results results) {
        int trajectories = draws.trajectories();
        int size = summary.size();
        double[][][] state = new double[trajectories][][];
        for (int t = 0; t < trajectories; t++) {
            state[t] = copy(model.base());
        }
        int sheet = Math.multiplyExact(size, blocks(trajectories) * TOGETHER);
        int together = (int) Math.clamp(BUFFER / (8L * sheet), 1, Math.max(1, draws.years()));
        double[] buffer = new double[Math.multiplyExact(together, sheet)];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            results.year(0, base(probabilities));
            for (int first = 0; first < draws.years(); first += together) {
                int from = first;
                int years = Math.min(together, draws.years() - first);
                all(pool, blocks(trajectories), block -> advance(state, block, from, years, buffer));
                for (int year = 0; year < years; year++) {
                    int offset = year * sheet;
                    double[][] quantiles = new double[size][];
                    int stretches = (size + STRETCH - 1) / STRETCH;
                    all(pool, stretches, i -> reduce(i * STRETCH, offset, buffer, probabilities, quantiles));
                    results.year(first + year + 1, quantiles);
                }
            }
        }
    }

    /** The population at the end of every trajectory, without any summary; for measuring and for tests. */
    public double[][][] populations() {
        double[][][] end = new double[draws.trajectories()][][];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            all(pool, draws.trajectories(), t -> {
                Walker walker = new Walker(model);
                double[][] now = copy(model.base());
                double[][] next = model.layout().empty();
                for (int year = 0; year < draws.years(); year++) {
                    walker.step(model.years().get(year), factors(t, year), now, next);
                    double[][] done = now;
                    now = next;
                    next = done;
                }
                end[t] = now;
            });
        }
        return end;
    }

    private double[][] base(double[] probabilities) {
        double[] numbers = new double[summary.size()];
        summary.fill(model.base(), numbers);
        double[][] quantiles = new double[numbers.length][probabilities.length];
        for (int i = 0; i < numbers.length; i++) {
            Arrays.fill(quantiles[i], numbers[i]);
        }
        return quantiles;
    }

    /**
     * Advances a block of trajectories over some years and puts their summaries into the block's part of every year's
     * sheet.
     */
    private void advance(double[][][] state, int block, int first, int years, double[] buffer) {
        Walker walker = new Walker(model);
        double[][] spare = model.layout().empty();
        double[] numbers = new double[summary.size()];
        int start = block * TOGETHER;
        int count = Math.min(TOGETHER, draws.trajectories() - start);
        for (int year = 0; year < years; year++) {
            int to = (year * blocks(draws.trajectories()) + block) * numbers.length * TOGETHER;
            for (int k = 0; k < count; k++) {
                double[][] now = state[start + k];
                walker.step(model.years().get(first + year), factors(start + k, first + year), now, spare);
                state[start + k] = spare;
                summary.fill(spare, numbers);
                spare = now;
                for (int i = 0; i < numbers.length; i++) {
                    buffer[to + i * TOGETHER + k] = numbers[i];
                }
            }
        }
    }

    /** Reduces a stretch of neighbouring numbers of one year. */
    private void reduce(int first, int offset, double[] buffer, double[] probabilities, double[][] quantiles) {
        int trajectories = draws.trajectories();
        int stretch = Math.min(STRETCH, quantiles.length - first);
        int blocks = blocks(trajectories);
        double[][] values = new double[stretch][blocks * TOGETHER];
        for (int block = 0; block < blocks; block++) {
            int from = offset + (block * quantiles.length + first) * TOGETHER;
            for (int i = 0; i < stretch; i++) {
                System.arraycopy(buffer, from + i * TOGETHER, values[i], block * TOGETHER, TOGETHER);
            }
        }
        for (int i = 0; i < stretch; i++) {
            quantiles[first + i] = Quantiles.of(values[i], 0, trajectories, probabilities);
        }
    }

    private static double[][] copy(double[][] population) {
        return Arrays.stream(population).map(double[]::clone).toArray(double[][]::new);
    }

    private Walker.Factors factors(int trajectory, int year) {
        int path = trajectory * draws.years() + year;
        return new Walker.Factors(
                draws.fertility(),
                path * draws.regions(),
                draws.mortality()[path],
                draws.leaving()[path],
                draws.external()[path]);
    }

    private static int blocks(int trajectories) {
        return (trajectories + TOGETHER - 1) / TOGETHER;
    }

    private static void all(ExecutorService pool, int tasks, IntConsumer work) {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            int task = i;
            calls.add(() -> {
                work.accept(task);
                return true;
            });
        }
        try {
            for (Future<Boolean> done : pool.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the projection was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a trajectory failed", e.getCause());
        }
    }
}

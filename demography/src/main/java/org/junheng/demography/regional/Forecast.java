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
import org.jspecify.annotations.Nullable;

/**
 * Runs all trajectories of a regional model, or the difference between two, and reduces them to quantiles. Some years
 * at a time: every trajectory is advanced over them, the summaries are kept as [year][block of eight
 * trajectories][number][trajectory of the block], quantiles are taken, and the space is used again for the next years.
 * Blocks keep neighbouring memory together both where a block writes and where a stretch of numbers is reduced.
 */
public final class Forecast {

    /** Space for the summaries of the years in hand. */
    private static final long BUFFER = 256L << 20;

    /** Years taken at a time: enough for a block of trajectories to stay in the cache, few enough to show progress. */
    private static final int MOST_YEARS = 5;

    private static final int TOGETHER = 8;
    private static final int STRETCH = 22;

    private final Course course;
    private final @Nullable Course baseline;
    private final Summary summary;
    private final int threads;

    /**
     * @param draws the trajectories' factors; their years and regions must be the model's
     * @param summary what is kept
     * @param threads threads to share the trajectories out to; the result does not depend on it
     */
    public Forecast(RegionalModel model, Draws draws, Summary summary, int threads) {
        this(new Course(model, draws), null, summary, threads);
    }

    private Forecast(Course course, @Nullable Course baseline, Summary summary, int threads) {
        this.course = course;
        this.baseline = baseline;
        this.summary = summary;
        this.threads = threads;
    }

    /**
     * The difference of two courses, second minus first, trajectory by trajectory. It says something only where both
     * share their random numbers: then what is common to both cancels out.
     */
    public static Forecast difference(Course first, Course second, Summary summary, int threads) {
        if (first.draws().trajectories() != second.draws().trajectories()
                || first.draws().years() != second.draws().years()) {
            throw new IllegalArgumentException("courses of %s and %s cannot be compared trajectory by trajectory"
                    .formatted(first.draws().shape(), second.draws().shape()));
        }
        return new Forecast(second, first, summary, threads);
    }

    /** Receives the results of one year, in order of years; year 0 is the base. */
    public interface Results {
        /**
         * @param year steps since the base
         * @param quantiles by [number of the summary][probability]; births and deaths of the base year are not known
         *     and zero
         */
        void year(int year, double[][] quantiles);
    }

    /**
     * The summary of every trajectory is reduced to these quantiles. An exception thrown by the receiver ends the run
     * between two years.
     */
    public void quantiles(double[] probabilities, Results results) {
        Draws draws = course.draws();
        int size = summary.size();
        List<Course.Position> positions = new ArrayList<>();
        positions.add(new Course.Position(course));
        if (baseline != null) {
            positions.add(new Course.Position(baseline));
        }
        int sheet = Math.multiplyExact(size, blocks() * TOGETHER);
        int together = (int) Math.clamp(BUFFER / (8L * sheet), 1, Math.clamp(draws.years(), 1, MOST_YEARS));
        double[] buffer = new double[Math.multiplyExact(together, sheet)];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            results.year(0, base(probabilities));
            for (int first = 0; first < draws.years(); first += together) {
                int from = first;
                int years = Math.min(together, draws.years() - first);
                all(pool, blocks(), block -> advance(positions, block, from, years, buffer));
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
        Draws draws = course.draws();
        RegionalModel model = course.model();
        double[][][] end = new double[draws.trajectories()][][];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            all(pool, draws.trajectories(), t -> {
                Walker walker = new Walker(model);
                double[][] now =
                        Arrays.stream(model.base()).map(double[]::clone).toArray(double[][]::new);
                double[][] next = model.layout().empty();
                for (int year = 0; year < draws.years(); year++) {
                    walker.step(model.years().get(year), draws.factors(t, year), now, next);
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
        summary.fill(course.model().base(), numbers);
        if (baseline != null) {
            double[] before = new double[summary.size()];
            summary.fill(baseline.model().base(), before);
            subtract(numbers, before);
        }
        double[][] quantiles = new double[numbers.length][probabilities.length];
        for (int i = 0; i < numbers.length; i++) {
            Arrays.fill(quantiles[i], numbers[i]);
        }
        return quantiles;
    }

    private static void subtract(double[] numbers, double[] before) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] -= before[i];
        }
    }

    /**
     * Advances a block of trajectories over some years and puts their summaries into the block's part of every year's
     * sheet.
     */
    private void advance(List<Course.Position> positions, int block, int first, int years, double[] buffer) {
        List<Course.Position.Stepper> steppers =
                positions.stream().map(position -> position.stepper(summary)).toList();
        double[] numbers = new double[summary.size()];
        double[] before = new double[steppers.size() > 1 ? summary.size() : 0];
        int start = block * TOGETHER;
        int count = Math.min(TOGETHER, course.draws().trajectories() - start);
        for (int year = 0; year < years; year++) {
            int to = (year * blocks() + block) * numbers.length * TOGETHER;
            for (int k = 0; k < count; k++) {
                steppers.getFirst().step(start + k, first + year, numbers);
                if (steppers.size() > 1) {
                    steppers.get(1).step(start + k, first + year, before);
                    subtract(numbers, before);
                }
                for (int i = 0; i < numbers.length; i++) {
                    buffer[to + i * TOGETHER + k] = numbers[i];
                }
            }
        }
    }

    /** Reduces a stretch of neighbouring numbers of one year. */
    private void reduce(int first, int offset, double[] buffer, double[] probabilities, double[][] quantiles) {
        int trajectories = course.draws().trajectories();
        int stretch = Math.min(STRETCH, quantiles.length - first);
        int blocks = blocks();
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

    private int blocks() {
        return (course.draws().trajectories() + TOGETHER - 1) / TOGETHER;
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

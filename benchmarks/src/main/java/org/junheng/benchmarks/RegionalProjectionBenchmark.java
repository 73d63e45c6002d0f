package org.junheng.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junheng.demography.regional.Draws;
import org.junheng.demography.regional.Forecast;
import org.junheng.demography.regional.Layout;
import org.junheng.demography.regional.Movement;
import org.junheng.demography.regional.Quantiles;
import org.junheng.demography.regional.RegionalModel;
import org.junheng.demography.regional.RegionalYear;
import org.junheng.demography.regional.Summary;

/**
 * 90 regions × 80 years × 1,000 trajectories × 2 sexes × 101 ages, without migration, with a migrant pool and with a
 * dense matrix of origins and destinations; quantiles over 90 × 80 × 2 × 21 series; one deterministic run. Prints the
 * least wall and processor seconds of the repetitions, then each wall/processor pair.
 */
public final class RegionalProjectionBenchmark {

    private static final int REGIONS = 90;
    private static final int YEARS = 80;
    private static final int TRAJECTORIES = 1000;
    private static final long SEED = 20261123;
    private static final int AGES = 101;
    private static final int SAMPLES = 1024;
    private static final Layout LAYOUT = new Layout(REGIONS, AGES);

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private RegionalProjectionBenchmark() {}

    public static void main(String[] arguments) {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        System.out.printf(
                Locale.ROOT, "java %s, %d threads, seed %d%n", System.getProperty("java.version"), threads, SEED);
        RegionalModel plain = model(new Movement.None());
        RegionalModel pool = model(pool());
        RegionalModel flows = model(flows());
        Draws draws = draws(TRAJECTORIES);
        Summary summary = new Summary(LAYOUT, List.of());
        measure("plain", repetitions, () -> new Forecast(plain, draws, summary, threads).populations());
        measure("pool", repetitions, () -> new Forecast(pool, draws, summary, threads).populations());
        measure("origin-destination", repetitions, () -> new Forecast(flows, draws, summary, threads).populations());
        measure("quantiles 21 groups", repetitions, () -> quantiles(threads));
        measure(
                "pool with all quantiles",
                repetitions,
                () -> new Forecast(pool, draws, summary, threads)
                        .quantiles(new double[] {0.025, 0.1, 0.5, 0.9, 0.975}, (year, values) -> {}));
        Draws central = Draws.central(1, YEARS, REGIONS);
        measure("one deterministic run, pool", 20, () -> new Forecast(pool, central, summary, 1).populations());
        System.out.printf(Locale.ROOT, "peak resident %.0f MB%n", peakMegabytes());
    }

    private static void measure(String name, int repetitions, Runnable work) {
        List<String> all = new ArrayList<>();
        double leastWall = Double.MAX_VALUE;
        double leastCpu = Double.MAX_VALUE;
        for (int i = 0; i < repetitions; i++) {
            long began = System.nanoTime();
            long cpuBegan = SYSTEM.getProcessCpuTime();
            work.run();
            double wall = (System.nanoTime() - began) / 1e9;
            double cpu = (SYSTEM.getProcessCpuTime() - cpuBegan) / 1e9;
            leastWall = Math.min(leastWall, wall);
            leastCpu = Math.min(leastCpu, cpu);
            all.add(String.format(Locale.ROOT, "%.4f/%.4f", wall, cpu));
        }
        System.out.printf(Locale.ROOT, "%-28s wall %.4f s  cpu %.4f s   all %s%n", name, leastWall, leastCpu, all);
    }

    /** Five quantiles of 302,400 series of 1,000 values, taken from 1,024 samples that all differ. */
    private static void quantiles(int threads) {
        int series = REGIONS * YEARS * 2 * 21;
        double[] probabilities = {0.025, 0.1, 0.5, 0.9, 0.975};
        double[][] samples = new double[SAMPLES][TRAJECTORIES];
        SplittableRandom random = new SplittableRandom(SEED);
        for (double[] sample : samples) {
            Arrays.setAll(sample, i -> random.nextDouble());
        }
        List<Thread> workers = new ArrayList<>();
        for (int w = 0; w < threads; w++) {
            int mine = w;
            workers.add(Thread.ofPlatform().start(() -> {
                double[] values = new double[TRAJECTORIES];
                for (int i = mine; i < series; i += threads) {
                    System.arraycopy(samples[i % SAMPLES], 0, values, 0, TRAJECTORIES);
                    Quantiles.of(values, 0, TRAJECTORIES, probabilities);
                }
            }));
        }
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static RegionalModel model(Movement movement) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] base = LAYOUT.empty();
        double[][] fertility = new double[REGIONS][AGES];
        double[] level = new double[REGIONS];
        for (int region = 0; region < REGIONS; region++) {
            level[region] = 0.9 + 0.2 * random.nextDouble();
            for (int cell = 0; cell < 2 * AGES; cell++) {
                base[region][cell] = 1000 * (1 + random.nextDouble()) * (1 - cell % AGES / 110.0);
            }
            for (int age = 15; age < 50; age++) {
                fertility[region][age] = 0.09 * Math.exp(-Math.pow((age - 29) / 7.0, 2));
            }
        }
        double[] survival = new double[LAYOUT.rowLength()];
        Arrays.setAll(survival, cell -> Math.exp(-5e-5 * Math.exp(0.095 * (cell % AGES))));
        RegionalYear year = new RegionalYear(survival, fertility, 1.08, movement, LAYOUT.empty());
        return new RegionalModel(LAYOUT, base, level, Collections.nCopies(YEARS, year));
    }

    private static double[][] leaving() {
        double[][] leaving = LAYOUT.empty();
        for (double[] row : leaving) {
            Arrays.setAll(row, cell -> 0.005 + 0.05 * Math.exp(-Math.pow((cell % AGES - 24) / 9.0, 2)));
        }
        return leaving;
    }

    private static Movement pool() {
        double[][] arriving = LAYOUT.empty();
        double total = REGIONS * (REGIONS + 1) / 2.0;
        for (int region = 0; region < REGIONS; region++) {
            Arrays.fill(arriving[region], (region + 1) / total);
        }
        return new Movement.Pool(leaving(), arriving);
    }

    private static Movement flows() {
        double[][] matrix = new double[REGIONS][REGIONS];
        for (int o = 0; o < REGIONS; o++) {
            double sum = 0;
            for (int d = 0; d < REGIONS; d++) {
                matrix[d][o] = o == d ? 0 : 1.0 / Math.abs(o - d);
                sum += matrix[d][o];
            }
            for (int d = 0; d < REGIONS; d++) {
                matrix[d][o] /= sum;
            }
        }
        return new Movement.OriginDestination(leaving(), matrix);
    }

    private static Draws draws(int trajectories) {
        SplittableRandom random = new SplittableRandom(SEED);
        Draws ones = Draws.central(trajectories, YEARS, REGIONS);
        Arrays.setAll(ones.fertility(), i -> 0.8 + 0.4 * random.nextDouble());
        Arrays.setAll(ones.mortality(), i -> 0.8 + 0.4 * random.nextDouble());
        Arrays.setAll(ones.leaving(), i -> 0.8 + 0.4 * random.nextDouble());
        return ones;
    }

    private static double peakMegabytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return Double.NaN;
    }
}

package org.junheng.population;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeVersion;
import org.junheng.population.internal.sweep.Comparisons;
import org.junheng.population.internal.sweep.Comparisons.Comparison;
import org.junheng.population.internal.sweep.Overlay;
import org.junheng.population.internal.sweep.Workroom;

/**
 * Looks for bunching at the thresholds of schemes: more people just on one side of a number or a day than the density
 * on either side lets expect. It says that something happens there (reporting, timing, an error in the data), not what.
 *
 * <p>The test is McCrary's (Journal of Econometrics 142, 2008): a local linear fit of the density on each side with a
 * triangular kernel; the logarithm of their ratio at the threshold, with its standard error. The bandwidth is five
 * bins: of thirty days, or of one where numbers are compared.
 */
public final class Bunching {

    private static final int BINS = 5;
    private static final int DAYS = 30;
    private static final double VARIANCE = 24.0 / 5;
    private static final double FEWEST = 20;

    private static final String BINNED = """
            SELECT bin, count(*) AS units
              FROM (SELECT CAST(floor(months / %1$d.0) AS BIGINT) AS bin FROM (%2$s) WHERE months IS NOT NULL)
             WHERE bin BETWEEN -%3$d AND %3$d
             GROUP BY bin ORDER BY bin
            """;

    private Bunching() {}

    /**
     * One threshold.
     *
     * @param condition the condition or computed value it stands in
     * @param comparison as written: left side, operator, right side
     * @param binWidth days, or units of the number compared
     * @param below the fitted number of units in a bin just below
     * @param above the fitted number just above
     * @param z the log ratio in standard errors; beyond 3 either way nobody should call it chance
     * @param bins units by bin, from five below the threshold to five above it
     */
    public record Threshold(
            String scheme,
            String condition,
            String comparison,
            int binWidth,
            double below,
            double above,
            double z,
            List<Long> bins) {
        public Threshold {
            bins = List.copyOf(bins);
        }
    }

    /**
     * Every threshold of the schemes' versions in force on a fact of the unit itself that has people around it; what is
     * computed on the way has heaps by its making.
     */
    public static List<Threshold> run(
            SweepQuestion question, Path folder, List<Scheme> schemes, SweepProgress progress) {
        List<Threshold> found = new ArrayList<>();
        for (int done = 0; done < schemes.size(); done++) {
            Scheme scheme = schemes.get(done);
            List<Probe> probes = probes(question, folder, scheme);
            if (!probes.isEmpty()) {
                found.addAll(measure(question, scheme, probes));
            }
            progress.at(done + 1, schemes.size());
        }
        return found;
    }

    private record Probe(String condition, Comparison comparison, int width, Scheme scheme) {}

    private static List<Probe> probes(SweepQuestion question, Path folder, Scheme scheme) {
        Map<String, Probe> probes = new LinkedHashMap<>();
        Optional<SchemeVersion> version = scheme.versions().stream()
                .filter(each -> !each.from().isAfter(question.on()))
                .reduce((earlier, later) -> later);
        version.ifPresent(each -> {
            Map<String, String> texts = new LinkedHashMap<>();
            each.conditions().forEach(condition -> texts.put(condition.id(), condition.when()));
            each.values().forEach(value -> texts.put(value.name(), value.value()));
            texts.forEach((id, text) -> Comparisons.in(text).stream()
                    .filter(comparison -> isOfFacts(comparison, each) && !probes.containsKey(comparison.toString()))
                    .forEach(comparison -> probe(question, folder, scheme, comparison)
                            .ifPresent(probe -> probes.put(
                                    comparison.toString(), new Probe(id, comparison, probe.width, probe.scheme)))));
        });
        return List.copyOf(probes.values());
    }

    private static boolean isOfFacts(Comparison comparison, SchemeVersion version) {
        String both = comparison.left() + " " + comparison.right();
        return both.contains(".")
                && version.values().stream().noneMatch(value -> both.matches(".*\\b" + value.name() + "\\b.*"));
    }

    private record Compiled(int width, Scheme scheme) {}

    /** The scheme with how far each unit is from the threshold in the place of its months: a number, else days. */
    private static Optional<Compiled> probe(SweepQuestion question, Path folder, Scheme scheme, Comparison comparison) {
        String number = "(%s) - (%s)".formatted(comparison.left(), comparison.right());
        String days = "daysBetween(%s, %s)".formatted(comparison.right(), comparison.left());
        return compile(question, folder, scheme, number)
                .map(compiled -> new Compiled(1, compiled))
                .or(() -> compile(question, folder, scheme, days).map(compiled -> new Compiled(DAYS, compiled)));
    }

    private static Optional<Scheme> compile(SweepQuestion question, Path folder, Scheme scheme, String distance) {
        try {
            return Optional.of(Overlay.measuring(scheme, distance)
                    .over(folder, question.on())
                    .changed());
        } catch (ReformFaulty notByUnit) {
            return Optional.empty();
        }
    }

    private static List<Threshold> measure(SweepQuestion question, Scheme scheme, List<Probe> probes) {
        List<Map<Long, Long>> counts = new ArrayList<>();
        probes.forEach(probe -> counts.add(new TreeMap<>()));
        try (Workroom room = Workroom.open(question, List.of(scheme))) {
            room.eachChunk(scheme.unit(), SweepProgress.SILENT, chunk -> {
                for (int i = 0; i < probes.size(); i++) {
                    Map<Long, Long> bins = counts.get(i);
                    Probe probe = probes.get(i);
                    room.tables()
                            .forEach(
                                    BINNED.formatted(probe.width, room.statement(probe.scheme), BINS),
                                    List.of(),
                                    row -> bins.merge(row.getLong("bin"), row.getLong("units"), Long::sum));
                }
            });
        }
        List<Threshold> found = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            threshold(scheme.id(), probe, counts.get(i)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Threshold> threshold(String scheme, Probe probe, Map<Long, Long> bins) {
        // "> 0" and "<= 0" separate 0 from 1: the threshold lies after the bin of 0.
        boolean strict = probe.comparison.operator().equals(">")
                || probe.comparison.operator().equals("<=");
        int shift = strict && probe.width == 1 ? 1 : 0;
        List<Long> all = LongStream.range(-BINS, BINS)
                .mapToObj(bin -> bins.getOrDefault(bin + shift, 0L))
                .toList();
        double[] below = new double[BINS];
        double[] above = new double[BINS];
        for (int k = 0; k < BINS; k++) {
            below[k] = all.get(BINS - 1 - k);
            above[k] = all.get(BINS + k);
        }
        double left = density(below);
        double right = density(above);
        if (left < FEWEST || right < FEWEST) {
            return Optional.empty();
        }
        double z = (Math.log(right) - Math.log(left)) / Math.sqrt(VARIANCE / BINS * (1 / left + 1 / right));
        String text = probe.comparison.left() + " " + probe.comparison.operator() + " " + probe.comparison.right();
        return Optional.of(new Threshold(scheme, probe.condition, text, probe.width, left, right, z, all));
    }

    /**
     * The height of the density at the threshold: a linear fit of the bins, from the nearest on, weighted towards it.
     */
    static double density(double[] bins) {
        double w = 0;
        double wx = 0;
        double wxx = 0;
        double wy = 0;
        double wxy = 0;
        for (int k = 0; k < bins.length; k++) {
            double x = k + 0.5;
            double weight = 1 - x / bins.length;
            w += weight;
            wx += weight * x;
            wxx += weight * x * x;
            wy += weight * bins[k];
            wxy += weight * x * bins[k];
        }
        return (wxx * wy - wx * wxy) / (w * wxx - wx * wx);
    }
}

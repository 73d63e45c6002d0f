package org.junheng.simulation.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junheng.population.Bunching;
import org.junheng.population.GapAnalysis;
import org.junheng.population.Swept;

/**
 * What a search found, summed over the area, as it is stored; schemes and conditions by their ids.
 *
 * @param gaps who misses two schemes by one condition each, the most first
 * @param overlaps who has two schemes that no exclusion names, the most first
 * @param idle conditions that are true for everybody or for nobody
 * @param thresholds where facts pile up on one side of a threshold or not
 */
record Found(List<Gap> gaps, List<Overlap> overlaps, List<Idle> idle, List<Threshold> thresholds) {

    private static final int MOST = 100;

    Found {
        gaps = List.copyOf(gaps);
        overlaps = List.copyOf(overlaps);
        idle = List.copyOf(idle);
        thresholds = List.copyOf(thresholds);
    }

    /** A condition of a scheme. */
    record Missed(String scheme, String condition) {}

    /** Who misses one by one condition and other by another; families where they decide about different members. */
    record Gap(Missed one, Missed other, boolean families, long count) {}

    /** Who is eligible for both. */
    record Overlap(String one, String other, long count, long oneFen, long otherFen) {}

    /** A condition with how often it is true, false and unknown; {@code always} or else never true. */
    record Idle(Missed condition, boolean always, long decided, long unknown) {}

    /** A threshold with the units in the bins around it; {@code z} as {@link Bunching.Threshold} has it. */
    record Threshold(Missed condition, String comparison, int binWidth, double z, List<Long> bins) {}

    static Found of(GapAnalysis.Findings findings, List<Bunching.Threshold> thresholds) {
        return new Found(
                gaps(findings.gaps()),
                overlaps(findings.overlaps()),
                findings.swept().reasons().stream()
                        .filter(Found::isIdle)
                        .map(Found::idle)
                        .toList(),
                thresholds.stream()
                        .sorted(Comparator.comparingDouble(each -> -Math.abs(each.z())))
                        .map(each -> new Threshold(
                                new Missed(each.scheme(), each.condition()),
                                each.comparison(),
                                each.binWidth(),
                                each.z(),
                                each.bins()))
                        .toList());
    }

    private static List<Gap> gaps(List<GapAnalysis.Gap> gaps) {
        Map<Gap, Long> sums = gaps.stream()
                .collect(Collectors.groupingBy(
                        gap -> new Gap(
                                new Missed(gap.one(), gap.oneCondition()),
                                new Missed(gap.other(), gap.otherCondition()),
                                gap.counted() == GapAnalysis.Counted.FAMILIES,
                                0),
                        Collectors.summingLong(GapAnalysis.Gap::units)));
        return sums.entrySet().stream()
                .map(each -> new Gap(
                        each.getKey().one(),
                        each.getKey().other(),
                        each.getKey().families(),
                        each.getValue()))
                .sorted(Comparator.comparingLong(Gap::count).reversed().thenComparing(Gap::toString))
                .limit(MOST)
                .toList();
    }

    private static List<Overlap> overlaps(List<GapAnalysis.Overlap> overlaps) {
        Map<String, Overlap> sums = new TreeMap<>();
        overlaps.stream().filter(each -> !each.excluded()).forEach(each -> {
            var own = new Overlap(each.one(), each.other(), each.units(), each.oneFen(), each.otherFen());
            sums.merge(each.one() + " " + each.other(), own, Found::plus);
        });
        return sums.values().stream()
                .sorted(Comparator.comparingLong(Overlap::count).reversed())
                .limit(MOST)
                .toList();
    }

    private static Overlap plus(Overlap a, Overlap b) {
        return new Overlap(
                a.one(), a.other(), a.count() + b.count(), a.oneFen() + b.oneFen(), a.otherFen() + b.otherFen());
    }

    /** Only where somebody was decided at all does it say anything. */
    private static boolean isIdle(Swept.Reason reason) {
        return reason.isTrue() + reason.isFalse() > 0 && (reason.neverTrue() || reason.neverFalse());
    }

    private static Idle idle(Swept.Reason reason) {
        return new Idle(
                new Missed(reason.scheme(), reason.condition().id()),
                reason.neverFalse(),
                reason.isTrue() + reason.isFalse(),
                reason.unknown());
    }
}

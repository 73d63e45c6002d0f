package org.junheng.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.policy.SchemeVersion.Condition;

/**
 * What a sweep found.
 *
 * @param schemes the schemes in the order asked for
 * @param cells units by scheme, area and masks, in a fixed order
 */
public record Swept(List<SweptScheme> schemes, List<SweepCell> cells) {

    public Swept {
        schemes = List.copyOf(schemes);
        cells = List.copyOf(cells);
    }

    /**
     * One area and scheme.
     *
     * @param toOffer eligible and not enrolled
     * @param toReview enrolled and no longer eligible
     * @param toVerify undetermined
     */
    public record Line(
            long area,
            String scheme,
            long eligible,
            long undetermined,
            long notEligible,
            long amountFen,
            long enrolled,
            long toOffer,
            long toReview,
            long toVerify) {

        private static Line of(SweepCell cell) {
            boolean eligible = cell.outcome() == Outcome.ELIGIBLE;
            boolean not = cell.outcome() == Outcome.NOT_ELIGIBLE;
            boolean open = cell.outcome() == Outcome.UNDETERMINED;
            return new Line(
                    cell.area(),
                    cell.scheme(),
                    eligible ? cell.units() : 0,
                    open ? cell.units() : 0,
                    not ? cell.units() : 0,
                    cell.amountFen(),
                    cell.enrolled() ? cell.units() : 0,
                    eligible && !cell.enrolled() ? cell.units() : 0,
                    not && cell.enrolled() ? cell.units() : 0,
                    open ? cell.units() : 0);
        }

        private Line plus(Line other) {
            return new Line(
                    area,
                    scheme,
                    eligible + other.eligible,
                    undetermined + other.undetermined,
                    notEligible + other.notEligible,
                    amountFen + other.amountFen,
                    enrolled + other.enrolled,
                    toOffer + other.toOffer,
                    toReview + other.toReview,
                    toVerify + other.toVerify);
        }
    }

    /** Areas and schemes, by area. */
    public List<Line> summary() {
        return summed(cells);
    }

    /** Schemes over all areas, the area being 0. */
    public List<Line> totals() {
        return summed(cells.stream()
                .map(cell -> new SweepCell(
                        cell.scheme(),
                        0,
                        cell.trueMask(),
                        cell.unknownMask(),
                        cell.outcome(),
                        cell.enrolled(),
                        cell.units(),
                        cell.amountFen()))
                .toList());
    }

    private static List<Line> summed(List<SweepCell> cells) {
        record Key(long area, String scheme) {}
        Map<Key, Line> lines = new TreeMap<>(Comparator.comparingLong(Key::area).thenComparing(Key::scheme));
        cells.forEach(cell -> lines.merge(new Key(cell.area(), cell.scheme()), Line.of(cell), Line::plus));
        return List.copyOf(lines.values());
    }

    /**
     * Units that miss a scheme by one condition only.
     *
     * @param area area
     * @param scheme the scheme's id
     * @param condition the condition that is false; all others are true
     * @param units how many
     */
    public record NearMiss(long area, String scheme, String condition, long units) {}

    /** Who is missed by exactly one condition, by area, scheme and condition. */
    public List<NearMiss> nearMisses() {
        record Key(long area, int scheme, int bit) {}
        Map<Key, Long> found = new TreeMap<>(Comparator.comparingLong(Key::area)
                .thenComparingInt(Key::scheme)
                .thenComparingInt(Key::bit));
        for (SweepCell cell : cells) {
            int place = placeOf(cell.scheme());
            long all = schemes.get(place).allBits();
            if (cell.isNearMiss(all)) {
                int bit = Long.numberOfTrailingZeros(cell.falseMask(all));
                found.merge(new Key(cell.area(), place, bit), cell.units(), Long::sum);
            }
        }
        List<NearMiss> misses = new ArrayList<>();
        found.forEach((key, units) -> {
            SweptScheme scheme = schemes.get(key.scheme());
            String condition = scheme.conditions().get(key.bit()).id();
            misses.add(new NearMiss(key.area(), scheme.scheme().id(), condition, units));
        });
        return misses;
    }

    /**
     * How often a condition holds in the population.
     *
     * @param scheme the scheme's id
     * @param condition the condition
     * @param isTrue units for which it is true
     * @param isFalse for which it is false
     * @param unknown for which it cannot be decided
     * @param alone units for which it alone is false and all else true
     */
    public record Reason(String scheme, Condition condition, long isTrue, long isFalse, long unknown, long alone) {

        /** Whether it lets everybody pass. */
        public boolean neverFalse() {
            return isFalse == 0;
        }

        /** Whether it lets nobody pass. */
        public boolean neverTrue() {
            return isTrue == 0;
        }
    }

    /** Why not: every condition of every scheme. */
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        for (SweptScheme scheme : schemes) {
            List<SweepCell> own = cells.stream()
                    .filter(cell -> cell.scheme().equals(scheme.scheme().id()))
                    .toList();
            for (int bit = 0; bit < scheme.conditions().size(); bit++) {
                reasons.add(reason(scheme, bit, own));
            }
        }
        return reasons;
    }

    private static Reason reason(SweptScheme scheme, int bit, List<SweepCell> cells) {
        long mask = 1L << bit;
        long all = scheme.allBits();
        long isTrue = 0;
        long unknown = 0;
        long units = 0;
        long alone = 0;
        for (SweepCell cell : cells) {
            units += cell.units();
            isTrue += (cell.trueMask() & mask) != 0 ? cell.units() : 0;
            unknown += (cell.unknownMask() & mask) != 0 ? cell.units() : 0;
            alone += cell.isNearMiss(all) && cell.falseMask(all) == mask ? cell.units() : 0;
        }
        Condition condition = scheme.conditions().get(bit);
        return new Reason(scheme.scheme().id(), condition, isTrue, units - isTrue - unknown, unknown, alone);
    }

    private int placeOf(String scheme) {
        for (int place = 0; place < schemes.size(); place++) {
            if (schemes.get(place).scheme().id().equals(scheme)) {
                return place;
            }
        }
        throw new IllegalStateException("A cell of scheme '%s', which was not swept.".formatted(scheme));
    }
}

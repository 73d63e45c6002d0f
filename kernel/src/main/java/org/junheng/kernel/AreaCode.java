package org.junheng.kernel;

import java.util.List;
import java.util.Optional;

/**
 * A place in the administrative tree by its statistical code of twelve digits: two for the province, two for the city,
 * two for the county (these six are GB/T 2260), three for the township, three for the village.
 *
 * <p>A code stands for all places below it, which is one range of numbers: [{@link #from()}, {@link #to()}). So "is
 * this place in my area" is two comparisons, here as in SQL. Whether a code was ever given out, {@link AreaTree} knows.
 *
 * @param value the code as a number, 330329000000 for Taishun
 */
public record AreaCode(long value) implements Comparable<AreaCode> {

    private static final int DIGITS = 12;
    private static final long LIMIT = 1_000_000_000_000L;

    /** How far down the tree a place is. */
    public enum Level {
        PROVINCE(2),
        CITY(4),
        COUNTY(6),
        TOWNSHIP(9),
        VILLAGE(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        /** How many leading digits name a place of this level. */
        public int digits() {
            return digits;
        }

        private long unit() {
            long unit = 1;
            for (int i = digits; i < DIGITS; i++) {
                unit *= 10;
            }
            return unit;
        }
    }

    private static final List<Level> LEVELS = List.of(Level.values());

    public AreaCode {
        if (value < LIMIT / 10 || value >= LIMIT) {
            throw new IllegalArgumentException(
                    "Area code %d has not twelve digits; its first two name a province (11 to 82).".formatted(value));
        }
    }

    /** From 2, 4, 6, 9 or 12 digits; zeros are added at the right. */
    public static AreaCode of(String digits) {
        for (Level level : LEVELS) { // loops, as thousands are read at every start
            if (level.digits == digits.length() && isNumber(digits)) {
                return new AreaCode(Long.parseLong(digits) * level.unit());
            }
        }
        throw new IllegalArgumentException("Area code '%s' must have 2, 4, 6, 9 or 12 digits.".formatted(digits));
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** From a county code of six digits, as the head of an ID number has it. */
    public static AreaCode ofCounty(int area6) {
        return new AreaCode(area6 * Level.COUNTY.unit());
    }

    /**
     * The level its trailing zeros show. A city without counties, as Dongguan 441900, is a city that holds townships.
     */
    public Level level() {
        return LEVELS.stream()
                .filter(level -> value % level.unit() == 0)
                .findFirst()
                .orElseThrow();
    }

    /** The next place above; empty for a province. */
    public Optional<AreaCode> parent() {
        return LEVELS.reversed().stream()
                .map(this::at)
                .filter(above -> above.value != value)
                .findFirst();
    }

    /** The place of the given level that this one is in; itself if it is of that level or above. */
    public AreaCode at(Level level) {
        return new AreaCode(value - value % level.unit());
    }

    public AreaCode province() {
        return at(Level.PROVINCE);
    }

    public AreaCode city() {
        return at(Level.CITY);
    }

    public AreaCode county() {
        return at(Level.COUNTY);
    }

    public AreaCode township() {
        return at(Level.TOWNSHIP);
    }

    /** The first code at or below this place, inclusive. */
    public long from() {
        return value;
    }

    /** The first code after all places below this one, exclusive. */
    public long to() {
        return value + level().unit();
    }

    /** Whether the other place is this one or lies in it. */
    public boolean contains(AreaCode other) {
        return other.value >= from() && other.value < to();
    }

    /** Its first six digits, to compare with {@link ResidentId#areaPrefix()}. */
    public int countyPrefix() {
        return Math.toIntExact(value / Level.COUNTY.unit());
    }

    /** As people write it: two digits for a province become six, a township nine, a village twelve. */
    public String shortText() {
        int digits = Math.max(Level.COUNTY.digits, level().digits);
        return toString().substring(0, digits);
    }

    /** All twelve digits. */
    @Override
    public String toString() {
        return Long.toString(value);
    }

    @Override
    public int compareTo(AreaCode other) {
        return Long.compare(value, other.value);
    }
}

package org.junheng.population.internal.model;

import java.util.Arrays;

/** Where somebody was since when: places by their index in the gazetteer, in order of days, each until the next. */
public final class Spells {

    private static final int REASON_SHIFT = 16;
    private static final int AREA_MASK = 0xFFFF;
    private static final Reason[] REASONS = Reason.values();

    private int[] packed = new int[2];
    private int size;

    /** The first place. */
    public void begin(int day, int area) {
        if (size > 0) {
            throw new IllegalStateException("A first place was already given, since " + Day.date(day(0)) + ".");
        }
        packed[0] = day;
        packed[1] = area;
        size = 1;
    }

    /** The next place, later than the last; staying where one is, is no move. */
    public void move(int day, int area, Reason reason) {
        if (day <= since()) {
            throw new IllegalStateException(
                    "A move on %s must come after the last of %s.".formatted(Day.date(day), Day.date(since())));
        }
        if (area == current()) {
            return;
        }
        if (packed.length == 2 * size) {
            packed = Arrays.copyOf(packed, 2 * size + 2);
        }
        packed[2 * size] = day;
        packed[2 * size + 1] = area | reason.ordinal() << REASON_SHIFT;
        size++;
    }

    /** Another place instead of the last, since the same day; the same as before it, undoes the last move. */
    public void replaceLast(int area, Reason reason) {
        if (size > 1 && area(size - 2) == area) {
            size--;
        } else {
            packed[2 * size - 1] = area | (size > 1 ? reason.ordinal() << REASON_SHIFT : 0);
        }
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** How many places up to a day; at least the first. */
    public int sizeAt(int day) {
        int count = size;
        while (count > 1 && day(count - 1) > day) {
            count--;
        }
        return count;
    }

    public int day(int spell) {
        return packed[2 * spell];
    }

    public int area(int spell) {
        return packed[2 * spell + 1] & AREA_MASK;
    }

    public Reason reason(int spell) {
        return REASONS[packed[2 * spell + 1] >>> REASON_SHIFT];
    }

    /** The place on a day; the first if the day is earlier. */
    public int at(int day) {
        return area(sizeAt(day) - 1);
    }

    public int size() {
        return size;
    }

    public int current() {
        return area(size - 1);
    }

    public int since() {
        return day(size - 1);
    }
}

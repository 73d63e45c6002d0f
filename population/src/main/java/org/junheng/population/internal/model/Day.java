package org.junheng.population.internal.model;

import java.time.LocalDate;

/** Days as numbers since 1970-01-01, as the whole simulation counts them. */
public final class Day {

    /** Has not happened. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** The reference day of the seventh census. */
    public static final int CENSUS = of(2020, 11, 1);

    /** Mean length of a year. */
    public static final double YEAR = 365.2425;

    private Day() {}

    public static int of(int year, int month, int day) {
        return of(LocalDate.of(year, month, day));
    }

    public static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    public static int year(int day) {
        return date(day).getYear();
    }

    /** The day a person reaches an age; who was born on 29 February reaches it on 1 March. */
    public static int birthday(int birth, int age) {
        LocalDate born = date(birth);
        LocalDate reached = born.plusYears(age);
        return of(reached) + (reached.getDayOfMonth() == born.getDayOfMonth() ? 0 : 1);
    }

    /** Age at last birthday. */
    public static int age(int birth, int on) {
        int years = year(on) - year(birth);
        return birthday(birth, years) > on ? years - 1 : years;
    }

    /** Time between two days in years. */
    public static double years(int from, int to) {
        return (to - from) / YEAR;
    }
}

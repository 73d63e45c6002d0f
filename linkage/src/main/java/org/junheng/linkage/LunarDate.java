package org.junheng.linkage;

import java.time.LocalDate;

/**
 * The day of the Chinese lunar calendar: months begin on the day of the new moon in China, and are numbered by the
 * principal solar term they hold; a month without one is a leap month and carries the number of the month before. New
 * moon and solar longitude after Meeus, Astronomical Algorithms, chapters 25 and 49, to some minutes: a month whose new
 * moon falls close to midnight may come out a day off.
 */
final class LunarDate {

    private static final double MOON = 29.530588861;
    private static final double FIRST = 2451550.09766;
    private static final double CHINA = 8 / 24.0;
    /** Julian day number of 1 January 1970 at noon, less its epoch day. */
    private static final long EPOCH = 2_440_588;

    private LunarDate() {}

    /** Year, month and day as yyyymmdd. */
    static int of(LocalDate day) {
        long julian = day.toEpochDay() + EPOCH;
        long k = (long) Math.floor((julian - FIRST) / MOON) + 1;
        while (begin(k) > julian) {
            k--;
        }
        long first = begin(k);
        int month = month(first, begin(k + 1));
        int year = day.getYear() - (month > day.getMonthValue() ? 1 : 0);
        return year * 10_000 + month * 100 + (int) (julian - first) + 1;
    }

    private static int month(long first, long next) {
        int term = (int) (longitude(midnight(first)) / 30);
        boolean holdsTerm = (int) (longitude(midnight(next)) / 30) != term;
        return (term + (holdsTerm ? 1 : 0) + 1) % 12 + 1;
    }

    private static double midnight(long julianDay) {
        return julianDay - 0.5 - CHINA;
    }

    /** Number of the day in China on which new moon k falls. */
    private static long begin(long k) {
        return (long) Math.floor(newMoon(k) + CHINA + 0.5);
    }

    private static double newMoon(long k) {
        double t = k / 1236.85;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double node = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double e = 1 - 0.002516 * t;
        return FIRST
                + MOON * k
                + 0.00015437 * t * t
                - 0.40720 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * node)
                + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moon - 2 * node)
                - 0.00057 * Math.sin(moon + 2 * node);
    }

    /** Apparent longitude of the sun, 0 to 360 degrees. */
    private static double longitude(double julian) {
        double t = (julian - 2451545) / 36525;
        double anomaly = Math.toRadians(357.52911 + 35999.05029 * t);
        double centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly)
                + 0.019993 * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        double node = Math.toRadians(125.04 - 1934.136 * t);
        double longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(node);
        return ((longitude % 360) + 360) % 360;
    }
}

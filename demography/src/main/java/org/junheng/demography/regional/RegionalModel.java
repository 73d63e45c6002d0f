package org.junheng.demography.regional;

import java.util.List;

/**
 * Regions with their base population and the years to come. Checked when made.
 *
 * @param layout regions and ages
 * @param base population at the start
 * @param mortalityLevel death risk of each region relative to the common survival ratios (1 = the same)
 * @param sensitivity by cell of a row, how strongly its force of mortality follows a trajectory's factor on mortality
 *     (the exponent of the factor, 1 on average: the b(x) of Lee and Carter); empty where all ages follow alike
 * @param years the years in order
 */
public record RegionalModel(
        Layout layout, double[][] base, double[] mortalityLevel, double[] sensitivity, List<RegionalYear> years) {

    private static final double ROUNDING = 1e-9;

    public RegionalModel {
        rows("base population", base, layout.regions(), layout.rowLength());
        length("mortality level", mortalityLevel, layout.regions());
        if (sensitivity.length > 0) {
            length("sensitivity to the factor on mortality", sensitivity, layout.rowLength());
        }
        for (double[] row : base) {
            for (double persons : row) {
                require(persons >= 0, "base population %s: persons are zero or more", persons);
            }
        }
        for (double level : mortalityLevel) {
            require(level > 0, "mortality level %s: a ratio above zero", level);
        }
        for (RegionalYear year : years) {
            check(layout, year);
        }
        require(
                years.stream().map(RegionalYear::orders).distinct().count() <= 1,
                "birth orders %s: every year must tell the same orders apart",
                years.stream().map(RegionalYear::orders).distinct().toList());
        years = List.copyOf(years);
    }

    /** A model in which all ages follow a factor on mortality alike. */
    public RegionalModel(Layout layout, double[][] base, double[] mortalityLevel, List<RegionalYear> years) {
        this(layout, base, mortalityLevel, new double[0], years);
    }

    /** Birth orders told apart. */
    public int orders() {
        return years.isEmpty() ? 1 : years.getFirst().orders();
    }

    private static void check(Layout layout, RegionalYear year) {
        length("survival", year.survival(), layout.rowLength());
        for (double ratio : year.survival()) {
            require(ratio >= 0 && ratio <= 1, "survival ratio %s: must lie between 0 and 1", ratio);
        }
        for (double[][] order : year.fertility()) {
            checkFertility(layout, order);
        }
        rows("external migration", year.external(), layout.regions(), layout.rowLength());
        for (Settling settling : year.settling()) {
            length("share settling", settling.share(), layout.rowLength());
            shares("share settling", new double[][] {settling.share()});
        }
        checkMovement(layout, year.movement());
    }

    private static void checkFertility(Layout layout, double[][] fertility) {
        rows("fertility", fertility, layout.regions(), layout.ages());
        shares("fertility rate", fertility);
        for (double[] rates : fertility) {
            for (int age = 0; age < rates.length; age++) {
                boolean fertile = age >= Walker.FIRST_MOTHER && age < Walker.MOTHERS_END;
                require(fertile || rates[age] == 0, "fertility at age %s: mothers are 10 to 55 years old", age);
            }
        }
    }

    private static void checkMovement(Layout layout, Movement movement) {
        switch (movement) {
            case Movement.None none -> {}
            case Movement.Pool pool -> {
                rows("leaving", pool.leaving(), layout.regions(), layout.rowLength());
                rows("arriving", pool.arriving(), layout.regions(), layout.rowLength());
                shares("share leaving", pool.leaving());
                columns("shares of the migrant pool", pool.arriving(), 2 * layout.ages());
            }
            case Movement.OriginDestination flows -> {
                rows("leaving", flows.leaving(), layout.regions(), layout.rowLength());
                rows("destinations", flows.destinations(), layout.regions(), layout.regions());
                shares("share leaving", flows.leaving());
                columns("destinations of an origin", flows.destinations(), layout.regions());
            }
        }
    }

    private static void columns(String name, double[][] rows, int columns) {
        shares(name, rows);
        for (int i = 0; i < columns; i++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[i];
            }
            require(Math.abs(sum - 1) <= ROUNDING, name + " sum to %s; they must sum to one over the regions", sum);
        }
    }

    private static void shares(String name, double[][] rows) {
        for (double[] row : rows) {
            for (double value : row) {
                require(value >= 0 && value <= 1, name + " %s: must lie between 0 and 1", value);
            }
        }
    }

    private static void rows(String name, double[][] rows, int count, int length) {
        require(rows.length == count, name + " has %s rows; one per region is needed", rows.length);
        for (double[] row : rows) {
            length(name, row, length);
        }
    }

    private static void length(String name, double[] values, int expected) {
        require(values.length == expected, name + " has rows of %s values; " + expected + " are needed", values.length);
    }

    private static void require(boolean holds, String message, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }
}

package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is assumed about the years to come. A value: it is never changed, and two of them can be compared. Everything
 * that is left out follows the figures that come with this library.
 *
 * @param label name, version, author and source
 * @param until last year projected
 * @param variant low, medium or high
 * @param fertility total fertility of the province
 * @param mortality how fast death rates fall
 * @param migration between the counties and with the outside
 * @param measures measures that change fertility
 */
public record Scenario(
        Label label,
        int until,
        Variant variant,
        Fertility fertility,
        Mortality mortality,
        Migration migration,
        List<Measure> measures) {

    public Scenario {
        measures = List.copyOf(measures);
    }

    /**
     * Who says so.
     *
     * @param name short name
     * @param version version of the assumptions under this name
     * @param author who made it
     * @param source what it rests on
     */
    public record Label(String name, String version, String author, String source) {}

    /** A standard set of departures from the central assumptions. */
    public enum Variant {
        LOW(-1),
        MEDIUM(0),
        HIGH(1);

        private final int direction;

        Variant(int direction) {
            this.direction = direction;
        }

        int direction() {
            return direction;
        }
    }

    /**
     * Total fertility of the province.
     *
     * @param total children per woman in given years, straight lines between; overrides everything else from its first
     *     year on
     * @param ultimate level approached in the long run; not a number to follow the national path at the province's
     *     distance
     * @param recovery share of the distance to the ultimate level that is left after a year
     * @param spread factor on the uncertainty; 0 makes fertility certain
     */
    public record Fertility(SortedMap<Integer, Double> total, double ultimate, double recovery, double spread) {

        /** The national path at the province's distance. */
        public static final Fertility CENTRAL = new Fertility(Collections.emptySortedMap(), Double.NaN, 0.9775, 1);

        public Fertility {
            total = Collections.unmodifiableSortedMap(new TreeMap<>(total));
            total.forEach((year, value) -> check("total fertility of " + year, value, 0.2, 8));
            if (!Double.isNaN(ultimate)) {
                check("ultimate fertility", ultimate, 0.2, 8);
            }
            check("recovery", recovery, 0, 1);
            check("spread of fertility", spread, 0, 5);
        }
    }

    /**
     * Death rates.
     *
     * @param pace how many years of the national improvement happen in a year; 1 is the national pace
     * @param spread factor on the uncertainty
     */
    public record Mortality(double pace, double spread) {

        public static final Mortality CENTRAL = new Mortality(1, 1);

        public Mortality {
            check("pace of mortality", pace, -2, 5);
            check("spread of mortality", spread, 0, 5);
        }
    }

    /**
     * Migration.
     *
     * @param external net migrants from outside in given years, persons, straight lines between; empty for the central
     *     path
     * @param mobility factor on the moves between counties
     * @param spread factor on the uncertainty
     * @param residence whom the counties' rows tell apart
     */
    public record Migration(SortedMap<Integer, Double> external, double mobility, double spread, Residence residence) {

        public static final Migration CENTRAL = new Migration(Collections.emptySortedMap(), 1, 1, Residence.USUAL);

        public Migration {
            external = Collections.unmodifiableSortedMap(new TreeMap<>(external));
            check("mobility", mobility, 0, 5);
            check("spread of migration", spread, 0, 5);
        }
    }

    /** Whom a county's population is made of. */
    public enum Residence {
        /** Usual residents together. */
        USUAL,
        /** Usual residents with and without the county's hukou apart. */
        BY_HUKOU
    }

    /**
     * A measure with its effect on fertility as an evaluation study gives it.
     *
     * @param name the measure
     * @param order birth order it acts on, 0 for all
     * @param from first year with an effect
     * @param phaseIn years until the whole effect is there
     * @param effect relative change of that order's fertility
     * @param standardError of the effect
     * @param source the study
     */
    public record Measure(
            String name, int order, int from, int phaseIn, double effect, double standardError, String source) {

        public Measure {
            check("order of " + name, order, 0, 3);
            check("years to phase in " + name, phaseIn, 1, 50);
            check("effect of " + name, effect, -0.9, 5);
            check("standard error of " + name, standardError, 0, 5);
        }
    }

    /** The central scenario up to a year. */
    public static Scenario central(String name, int until) {
        return new Scenario(
                new Label(name, "1", "", ""),
                until,
                Variant.MEDIUM,
                Fertility.CENTRAL,
                Mortality.CENTRAL,
                Migration.CENTRAL,
                List.of());
    }

    public Scenario with(Variant other) {
        return new Scenario(label, until, other, fertility, mortality, migration, measures);
    }

    public Scenario with(Measure measure) {
        List<Measure> more = new ArrayList<>(measures);
        more.add(measure);
        return new Scenario(label, until, variant, fertility, mortality, migration, more);
    }

    public Scenario with(Residence residence) {
        Migration other = new Migration(migration.external, migration.mobility, migration.spread, residence);
        return new Scenario(label, until, variant, fertility, mortality, other, measures);
    }

    /** The same without any uncertainty. */
    public Scenario certain() {
        return new Scenario(
                label,
                until,
                variant,
                new Fertility(fertility.total, fertility.ultimate, fertility.recovery, 0),
                new Mortality(mortality.pace, 0),
                new Migration(migration.external, migration.mobility, 0, migration.residence),
                measures.stream()
                        .map(m -> new Measure(m.name, m.order, m.from, m.phaseIn, m.effect, 0, m.source))
                        .toList());
    }

    private static void check(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s; expected between %s and %s".formatted(what, value, least, most));
        }
    }
}

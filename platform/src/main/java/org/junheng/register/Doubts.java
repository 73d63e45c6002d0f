package org.junheng.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.kernel.AreaCode;

/**
 * How sound the register is, asked about a whole area at once. A person belongs to the township of residence where that
 * lies in the area, else of registration, else of service.
 */
public interface Doubts {

    /** Persons in whom the doubt is found. {@link Doubt#DUPLICATE} is found by comparing, not here. */
    void each(Doubt doubt, Asked asked, Consumer<Found> taker);

    /** Those whose ID number is against its rule, the date of birth or the sex. Reading the numbers is an export. */
    void eachNumber(Asked asked, Consumer<Found> taker);

    /** Townships and sources of those persons of the area who are among the given ones. */
    List<Found> placed(Asked asked, List<Two> pairs);

    /** How many persons are in the register by township and by the source that shows their identity. */
    List<Held> held(Asked asked);

    /** How many persons of a township have a record of each source: coverage. */
    List<Held> covered(Asked asked);

    /** How late sources told events of the two years before the day; the opening load is not counted. */
    List<Late> late(Asked asked);

    /** Persons alive by township and completed age on the last 1 November, 0 to 100. */
    List<Spread> ages(Asked asked);

    /** Births of those born since 1930 by township and day of the month. */
    List<Spread> birthDays(Asked asked);

    /**
     * What is asked about.
     *
     * @param area the area
     * @param today the day of the check
     */
    record Asked(AreaCode area, LocalDate today) {}

    /** Two persons. */
    record Two(UUID one, UUID other) {}

    /**
     * A doubt found.
     *
     * @param doubt which
     * @param person in whom
     * @param key tells it apart from others of the same kind in the same person, from run to run
     * @param other another person in it
     * @param one a date in it
     * @param two the date that contradicts it
     * @param place township and source
     */
    record Found(
            Doubt doubt,
            UUID person,
            String key,
            Optional<UUID> other,
            Optional<LocalDate> one,
            Optional<LocalDate> two,
            Place place) {}

    /**
     * Where it belongs.
     *
     * @param township code of the township
     * @param source code of the source that says so
     */
    record Place(long township, String source) {}

    /** So many persons. */
    record Held(Place place, long persons) {}

    /**
     * Days between what happened and the register's knowing it.
     *
     * @param place township, or the whole area, and source
     * @param kind kind of event
     */
    record Late(Place place, EventKind kind, long events, double median, double ninth) {}

    /** Counts along an axis, for one township. */
    record Spread(long township, int[] counts) {}
}

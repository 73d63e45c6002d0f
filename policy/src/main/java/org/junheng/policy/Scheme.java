package org.junheng.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A benefit scheme: decides, explains, and says what is owed for which period. Immutable and safe for all threads. */
public interface Scheme {

    /** Its id, never reused. */
    String id();

    Text title();

    /** What it decides about. */
    Unit unit();

    /** How long its periods are. */
    Period.Length period();

    /** What it gives: money, days of leave, or the knowledge of a tax deduction. */
    Benefit gives();

    List<Parameter> parameters();

    /** Its versions by the day they begin. */
    List<SchemeVersion> versions();

    /** The documents it rests on. */
    List<LegalDocument> legal();

    /** The schemes one cannot draw beside this one. */
    List<String> excludes();

    /** Every fact it may ask for, as questions. */
    List<Question> questions();

    /**
     * Decides a claim filed on a day.
     *
     * <p>The period that contains the day is decided; if nothing is owed for it, the latest earlier one for which
     * something is.
     *
     * @param facts what is known of the unit
     * @param on the day of filing
     * @param knownAt law published by the end of this day counts
     */
    Decision decide(Facts facts, LocalDate on, LocalDate knownAt);

    /** Decides one given period, which the sweep does for the period that contains its date. */
    Decision decide(Facts facts, Period period, LocalDate on, LocalDate knownAt);

    /**
     * All that is owed from the scheme's first day on up to the period that contains {@code until}, judged by what is
     * known now: the same facts give the same list, however they arrived.
     *
     * @param facts what is known of the unit
     * @param on the day of filing
     * @param until a day of the last period asked for
     * @param knownAt law published by the end of this day counts
     */
    List<EntitledPeriod> entitlement(Facts facts, LocalDate on, LocalDate until, LocalDate knownAt);

    /**
     * The statement that decides every unit of a population for the period that contains a day, as
     * {@link #decide(Facts, Period, LocalDate, LocalDate)} would; nothing if no version was in force and known, so that
     * nobody is eligible.
     *
     * @param on the day; taken as the day of filing for units without a claim
     * @param knownAt law published by the end of this day counts
     * @param tables where the units are
     */
    Optional<Sweep> sweep(LocalDate on, LocalDate knownAt, SweepTables tables);
}

package org.junheng.policy;

import java.time.LocalDate;
import java.util.List;

/** What a decision rests on; enough to make it again on the same day with the same knowledge. */
public interface Grounds {

    /** The scheme's id. */
    String scheme();

    /** The version that decided; empty if none was in force and known. */
    String version();

    /** That version's content hash; empty if there was none. */
    String hash();

    /** The period decided. */
    Period period();

    /** The day of filing. */
    LocalDate on();

    /** What was known by the end of this day counts. */
    LocalDate knownAt();

    /** Bit i is set if condition i is true. */
    long trueMask();

    /** Bit i is set if condition i is unknown. */
    long unknownMask();

    /** The ids of the parameter values and of the conditions added by areas that it rests on. */
    List<String> parameterValues();

    /** Whether it rests on a sample instead of verified law. */
    boolean sample();

    /** What led to every condition's result, by name. */
    Trace trace();

    /** The reasons in words; made when asked for. */
    Explanation explanation();
}

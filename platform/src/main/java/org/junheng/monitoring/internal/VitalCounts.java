package org.junheng.monitoring.internal;

/**
 * Births and deaths of a base, an area and some months.
 *
 * @param births births
 * @param boys boys among them
 * @param girls girls among them
 * @param first first births
 * @param second second births
 * @param third third and later births
 * @param deaths deaths
 */
record VitalCounts(long births, long boys, long girls, long first, long second, long third, long deaths) {

    static final VitalCounts NONE = new VitalCounts(0, 0, 0, 0, 0, 0, 0);

    /** Births less deaths. */
    long naturalChange() {
        return births - deaths;
    }

    /** Births whose order the register knows. */
    long ordered() {
        return first + second + third;
    }

    VitalCounts plus(VitalCounts other) {
        return new VitalCounts(
                births + other.births,
                boys + other.boys,
                girls + other.girls,
                first + other.first,
                second + other.second,
                third + other.third,
                deaths + other.deaths);
    }
}

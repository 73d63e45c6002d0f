package org.junheng.policy;

/**
 * A statement that decides a scheme for every unit of a population, for the period that contains a day.
 *
 * <p>Its rows: {@code id}; {@code region}; {@code true_mask} and {@code unknown_mask}, where bit i is condition i;
 * {@code outcome}: 2 eligible, 1 undetermined, 0 not eligible; {@code months}, {@code amount} (fen) and {@code days}
 * (of leave), null unless eligible.
 *
 * @param sql the query
 * @param version the version it applies
 * @param period the period it decides
 */
public record Sweep(String sql, SchemeVersion version, Period period) {

    /** The mask in which every condition's bit is set. */
    public long allBits() {
        return -1L >>> (Long.SIZE - version.conditions().size());
    }
}

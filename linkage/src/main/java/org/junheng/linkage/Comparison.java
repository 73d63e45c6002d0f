package org.junheng.linkage;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One question asked of two records: how alike are they in this respect? A value is read once per record; two values
 * give a level, 1 for "different" up to {@link #top()} for "the same". Where a value is missing the level is 0, and
 * says nothing.
 */
interface Comparison {

    int MISSING = 0;
    int DIFFERENT = 1;

    String name();

    /** The value in comparable form, null where the record does not tell; columns are asked for by name. */
    @Nullable
    Object read(UnaryOperator<String> row);

    /** The level of two values that are both there; symmetric. */
    int level(Object a, Object b);

    /** The highest level: the same. */
    int top();

    /** Whether this speaks of the person, not of the household. */
    boolean isPersonal();

    /** Whether agreement on a rare value weighs more than on a common one. */
    default boolean countsFrequency() {
        return false;
    }

    /** The most bits this level may add, whatever was estimated. */
    default double cap(int level) {
        return Double.MAX_VALUE;
    }

    default int compare(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? MISSING : level(a, b);
    }
}

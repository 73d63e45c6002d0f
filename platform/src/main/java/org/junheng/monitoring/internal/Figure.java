package org.junheng.monitoring.internal;

import org.junheng.web.Text;

/** An indicator: its value, or why there is none. A value that would mislead is refused, not rounded away. */
sealed interface Figure {

    /**
     * A value.
     *
     * @param value in the indicator's unit
     */
    record Known(double value) implements Figure {}

    /**
     * A value with its 95 % interval.
     *
     * @param value in the indicator's unit
     * @param low lower end
     * @param high upper end
     */
    record Estimated(double value, double low, double high) implements Figure {}

    /**
     * No value.
     *
     * @param reason why
     */
    record Refused(Text reason) implements Figure {}
}

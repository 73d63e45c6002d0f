package org.junheng.intake;

import org.junheng.problem.Problem;

/** A delivery that cannot be read at all: nothing of it was taken. The reason picks the words in the catalogue. */
public final class DeliveryRefused extends Problem {

    private final Reason reason;

    public DeliveryRefused(Reason reason, String detail) {
        super(Kind.INVALID, "The delivery was refused: %s %s".formatted(reason, detail), reason.name(), detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why nothing could be read. */
    public enum Reason {
        /** No bytes, or a header and nothing below it. */
        EMPTY,
        /** A required column is missing, or a header is unknown; the detail names them. */
        COLUMNS,
        /** Neither CSV in UTF-8 or GB18030 nor an Excel workbook. */
        FORMAT
    }
}

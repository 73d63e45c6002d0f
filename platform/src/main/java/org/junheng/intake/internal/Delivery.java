package org.junheng.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A delivery and what became of its rows.
 *
 * @param id id
 * @param channel file, interface or correction
 * @param fileName name of the file
 * @param subject who delivered it
 * @param receivedAt when
 * @param counts what became of the rows
 */
record Delivery(UUID id, String channel, Optional<String> fileName, String subject, Instant receivedAt, Counts counts) {

    /**
     * What became of the rows: rows = applied + repeated + rejected.
     *
     * @param rows all
     * @param applied entered the register
     * @param repeated known before
     * @param provisional applied, with a mother unknown here
     * @param rejected kept for correction
     */
    record Counts(int rows, int applied, int repeated, int provisional, int rejected) {}

    /**
     * A delivery with its findings.
     *
     * @param delivery the delivery
     * @param findings faults and warnings, by row
     * @param openRows rejected rows not yet corrected
     */
    record Report(Delivery delivery, List<Finding> findings, List<NoticeRow> openRows) {}
}

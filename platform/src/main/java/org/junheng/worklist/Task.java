package org.junheng.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;

/**
 * An open task.
 *
 * @param id its id
 * @param kind key of its title: {@code worklist.kind.<kind>}
 * @param area the area it belongs to
 * @param subject the person it concerns
 * @param link path of the page on which it is done
 * @param dueOn legal due date, the last day
 * @param openedAt since when it is open
 */
public record Task(
        UUID id, String kind, AreaCode area, Optional<UUID> subject, String link, LocalDate dueOn, Instant openedAt) {}

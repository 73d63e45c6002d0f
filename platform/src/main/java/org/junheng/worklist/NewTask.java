package org.junheng.worklist;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;

/**
 * A task to be opened.
 *
 * @param ref what it is about, such as {@code benefit-claim:<id>:review}; at most one task with it is open
 * @param kind key of its title in the catalogue: {@code worklist.kind.<kind>}
 * @param office who is to do it
 * @param subject the person it concerns
 * @param link path of the page on which it is done; holds no personal data
 * @param dueOn legal due date, the last day
 */
public record NewTask(String ref, String kind, Office office, Optional<UUID> subject, String link, LocalDate dueOn) {

    public NewTask {
        if (!link.startsWith("/")) {
            throw new IllegalArgumentException("The link '%s' of a task must be a path of ours.".formatted(link));
        }
    }

    /**
     * Those who act in a role for an area.
     *
     * @param role role
     * @param area area
     */
    public record Office(Role role, AreaCode area) {}
}

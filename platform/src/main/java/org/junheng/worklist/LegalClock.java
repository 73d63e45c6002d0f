package org.junheng.worklist;

import java.time.LocalDate;
import org.junheng.kernel.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Legal periods in working days. A year whose holidays are not published yet counts Monday to Friday, so a due date far
 * ahead may be too early by a holiday, never too late.
 */
@Component
public class LegalClock {

    private final WorkingDays calendar = WorkingDays.load().estimating();

    /** The last day of a period of working days that begins after the given day. */
    public LocalDate dueAfter(LocalDate day, int workingDays) {
        return calendar.plus(day, workingDays);
    }

    /** Working days left until a due date; negative when overdue. */
    public int daysLeft(LocalDate today, LocalDate dueOn) {
        return calendar.between(today, dueOn);
    }
}

package org.junheng.correction.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.worklist.LegalClock;
import org.junheng.worklist.NewTask;
import org.junheng.worklist.Worklist;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a request before whoever has it now, with its due date. */
@Component
class RequestTasks {

    private final Worklist worklist;
    private final LegalClock calendar;
    private final int days;

    /** @param days working days for a decision; no national rule is known, so the installation sets it */
    RequestTasks(Worklist worklist, LegalClock calendar, @Value("${junheng.correction.working-days:10}") int days) {
        this.worklist = worklist;
        this.calendar = calendar;
        this.days = days;
    }

    LocalDate dueAfter(LocalDate day) {
        return calendar.dueAfter(day, days);
    }

    /** Closes the task of the state before and opens that of the present one. */
    void handOver(Request request) {
        worklist.close(ref(request, "review"));
        worklist.close(ref(request, "verify"));
        worklist.close(ref(request, "confirm"));
        switch (request.state()) {
            case OPEN -> open(request, "review", Role.TOWNSHIP_OFFICER, request.office());
            case REFERRED ->
                request.handling()
                        .referredArea()
                        .ifPresentOrElse(
                                village -> open(request, "verify", Role.VILLAGE_CLERK, village),
                                () -> open(request, "review", Role.TOWNSHIP_OFFICER, request.office()));
            case PROPOSED -> open(request, "confirm", Role.COUNTY_REVIEWER, request.office());
            case ACCEPTED, REFUSED, WITHDRAWN -> {
                // settled
            }
        }
    }

    private void open(Request request, String step, Role role, AreaCode area) {
        worklist.add(new NewTask(
                ref(request, step),
                "correction-" + step,
                new NewTask.Office(role, area),
                Optional.of(request.person()),
                "/corrections/" + request.id(),
                request.asked().dueOn()));
    }

    private static String ref(Request request, String step) {
        return "correction:" + request.id() + ":" + step;
    }
}

package org.junheng.intake.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.worklist.LegalClock;
import org.junheng.worklist.NewTask;
import org.junheng.worklist.Worklist;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a request to verify gives an office to do. */
@Component
class VerificationTasks {

    private final Worklist worklist;
    private final LegalClock calendar;
    private final int days;

    /** @param days working days for an answer; no national rule is known, so the installation sets it */
    VerificationTasks(
            Worklist worklist, LegalClock calendar, @Value("${junheng.intake.verification-days:15}") int days) {
        this.worklist = worklist;
        this.calendar = calendar;
        this.days = days;
    }

    LocalDate dueAfter(LocalDate day) {
        return calendar.dueAfter(day, days);
    }

    /** The county that is asked answers. */
    void open(VerificationRequest request) {
        add(request, "verification-answer", request.asked(), request.dueOn());
    }

    /** Not known there: the county that asked clears it up with the hospital. */
    void handBack(VerificationRequest request, LocalDate today) {
        close(request);
        add(request, "verification-denied", request.asking(), dueAfter(today));
    }

    void close(VerificationRequest request) {
        worklist.close("verification-answer:" + request.id());
        worklist.close("verification-denied:" + request.id());
    }

    private void add(VerificationRequest request, String kind, AreaCode county, LocalDate dueOn) {
        worklist.add(new NewTask(
                kind + ":" + request.id(),
                kind,
                new NewTask.Office(Role.COUNTY_REVIEWER, county),
                Optional.of(request.person()),
                "/intake/requests/" + request.id(),
                dueOn));
    }
}

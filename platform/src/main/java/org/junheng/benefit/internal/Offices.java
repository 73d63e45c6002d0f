package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.junheng.access.Actors;
import org.junheng.access.PersonGrants;
import org.junheng.access.Role;
import org.junheng.benefit.Payee;
import org.junheng.benefit.SealedPayee;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.Sealing;
import org.junheng.worklist.LegalClock;
import org.junheng.worklist.NewTask;
import org.junheng.worklist.Worklist;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a claim before whoever has it now: the task, the legal clock, the sight of the persons concerned. */
@Component
class Offices {

    private static final int DAYS_OF_SIGHT_AFTER_DUE = 365;

    private final Worklist worklist;
    private final LegalClock calendar;
    private final PersonGrants grants;
    private final Sealing sealing;
    private final int reviewDays;

    /** @param reviewDays working days for review and confirmation together: 30 by 育儿补贴制度管理规范（试行） */
    Offices(
            Worklist worklist,
            LegalClock calendar,
            PersonGrants grants,
            Sealing sealing,
            @Value("${junheng.benefit.review-working-days:30}") int reviewDays) {
        this.worklist = worklist;
        this.calendar = calendar;
        this.grants = grants;
        this.sealing = sealing;
        this.reviewDays = reviewDays;
    }

    LocalDate dueAfter(LocalDate day) {
        return calendar.dueAfter(day, reviewDays);
    }

    LocalDate dueAfter(LocalDate day, int workingDays) {
        return calendar.dueAfter(day, Math.max(0, workingDays));
    }

    int daysLeft(LocalDate today, LocalDate dueOn) {
        return calendar.daysLeft(today, dueOn);
    }

    byte[] seal(Payee payee) {
        return SealedPayee.seal(sealing, payee);
    }

    Payee open(Claim claim) {
        return SealedPayee.open(sealing, claim.payee());
    }

    Claim moved(Claim claim, ClaimState state) {
        return new Claim(
                claim.id(),
                claim.unit(),
                claim.applicant(),
                state,
                claim.claimed(),
                claim.payee(),
                claim.term(),
                claim.review());
    }

    /** Closes the task of the state before and opens that of the present one. */
    void handOver(Claim claim) {
        worklist.close(ref(claim, "review"));
        worklist.close(ref(claim, "confirm"));
        switch (claim.state()) {
            case SUBMITTED -> {
                open(claim, "review", "benefit-review", Role.TOWNSHIP_OFFICER);
                lendSight(claim);
            }
            case RECOMMENDED -> open(claim, "confirm", "benefit-confirm", Role.COUNTY_REVIEWER);
            case REFUSAL_PROPOSED -> open(claim, "confirm", "benefit-confirm-refusal", Role.COUNTY_REVIEWER);
            case RETURNED, GRANTED, REFUSED, WITHDRAWN -> {
                // the family has it, or it is settled
            }
        }
    }

    private void open(Claim claim, String step, String kind, Role role) {
        worklist.add(new NewTask(
                ref(claim, step),
                kind,
                new NewTask.Office(role, claim.area()),
                Optional.of(claim.unit()),
                "/benefits/claims/" + claim.id(),
                claim.term().dueOn()));
    }

    /** A child may be registered elsewhere than where its claim is decided. */
    private void lendSight(Claim claim) {
        var until = AdministrativeTime.endOfDay(claim.term().dueOn().plusDays(DAYS_OF_SIGHT_AFTER_DUE));
        var caseRef = "benefit-claim:" + claim.id();
        Actors.run(ServiceActor.DECIDING, () -> {
            grants.lend(claim.unit(), claim.area(), caseRef, until);
            grants.lend(claim.applicant(), claim.area(), caseRef, until);
        });
    }

    private static String ref(Claim claim, String step) {
        return "benefit-claim:" + claim.id() + ":" + step;
    }
}

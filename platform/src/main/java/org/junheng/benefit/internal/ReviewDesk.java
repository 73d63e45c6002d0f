package org.junheng.benefit.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.policy.Decision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the township reviews claims and another person at the county confirms. */
@Component
class ReviewDesk {

    private final JdbcClaims claims;
    private final DecisionMaker decisions;
    private final Offices offices;
    private final JdbcLetters letters;
    private final TransactionTemplate work;
    private final Clock clock;

    ReviewDesk(
            JdbcClaims claims,
            DecisionMaker decisions,
            Offices offices,
            JdbcLetters letters,
            TransactionTemplate work,
            Clock clock) {
        this.claims = claims;
        this.decisions = decisions;
        this.offices = offices;
        this.letters = letters;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What an officer does.
     *
     * @param claim the claim
     * @param deed what, with reasons
     */
    record Verdict(UUID claim, JdbcClaims.Deed deed) {

        ClaimAction action() {
            return deed.action();
        }

        boolean lacksReason() {
            return switch (deed.action()) {
                case RETURN -> deed.reasons().isEmpty();
                case SEND_BACK -> deed.note().isBlank();
                case FILE,
                        RECOMMEND,
                        PROPOSE_REFUSAL,
                        SUPPLEMENT,
                        WITHDRAW,
                        CONFIRM_GRANT,
                        CONFIRM_REFUSAL,
                        RECORD_FINDING,
                        UNDO,
                        CHANGE_ACCOUNT -> false;
            };
        }
    }

    /** Does it, unless the state, the separation of duties or the scheme forbids; then derives what is owed. */
    StepOutcome act(Verdict verdict) {
        if (verdict.lacksReason()) {
            return new StepOutcome.ReasonMissing();
        }
        var outcome = work.execute(status -> acted(verdict));
        if (outcome instanceof StepOutcome.Done(var id, var state) && state == ClaimState.GRANTED) {
            decisions.deriveAfterGrant(unit(id));
        }
        return outcome;
    }

    private UUID unit(UUID claim) {
        return work.execute(status -> claims.find(claim).orElseThrow().unit());
    }

    private StepOutcome acted(Verdict verdict) {
        var claim = claims.findToChange(verdict.claim());
        var after = claim.flatMap(
                c -> ClaimFlow.after(c.state(), verdict.action(), Actors.get().role()));
        if (after.isEmpty()) {
            return new StepOutcome.NotNow();
        }
        var present = claim.orElseThrow();
        return switch (verdict.action()) {
            case RECOMMEND, PROPOSE_REFUSAL -> reviewed(present, after.orElseThrow(), verdict);
            case CONFIRM_GRANT, CONFIRM_REFUSAL -> settled(present, after.orElseThrow(), verdict);
            case RETURN -> returned(present, verdict);
            case SEND_BACK -> save(present, with(present, ClaimState.SUBMITTED, present.term(), unreviewed()), verdict);
            case UNDO -> undone(present, verdict);
            case FILE, SUPPLEMENT, WITHDRAW, CHANGE_ACCOUNT, RECORD_FINDING -> new StepOutcome.NotNow();
        };
    }

    private StepOutcome reviewed(Claim claim, ClaimState after, Verdict verdict) {
        if (filedByMe(claim)) {
            return new StepOutcome.SamePerson();
        }
        var made = decisions.decide(claim);
        if (contradicts(after, made.decision())) {
            return new StepOutcome.AgainstTheScheme(
                    made.outcome(), made.decision().grounds().on());
        }
        var review = new Claim.Review(
                Optional.of(Actors.get().subject()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(decisions.keep(made)));
        return save(claim, with(claim, after, claim.term(), review), verdict);
    }

    private StepOutcome settled(Claim claim, ClaimState after, Verdict verdict) {
        var me = Actors.get().subject();
        if (claim.review().reviewedBy().equals(Optional.of(me)) || filedByMe(claim)) {
            return new StepOutcome.SamePerson();
        }
        var made = decisions.decide(claim);
        if (contradicts(after, made.decision())) {
            return new StepOutcome.AgainstTheScheme(
                    made.outcome(), made.decision().grounds().on());
        }
        var review = new Claim.Review(
                claim.review().reviewedBy(),
                Optional.of(me),
                Optional.of(clock.instant()),
                Optional.of(decisions.keep(made)));
        var outcome = save(claim, with(claim, after, claim.term(), review), verdict);
        if (after == ClaimState.REFUSED) {
            letters.issueRefusal(claim, review.decision().orElseThrow());
        }
        return outcome;
    }

    private boolean filedByMe(Claim claim) {
        return claims.findHelper(claim.id()).equals(Optional.of(Actors.get().subject()));
    }

    /** Only what the scheme says is owed is granted; only what it says is not owed is refused. */
    private static boolean contradicts(ClaimState after, Decision decision) {
        return switch (decision) {
            case Decision.Eligible eligible -> after == ClaimState.REFUSAL_PROPOSED || after == ClaimState.REFUSED;
            case Decision.NotEligible not -> after == ClaimState.RECOMMENDED || after == ClaimState.GRANTED;
            case Decision.Undetermined open -> true;
        };
    }

    private StepOutcome returned(Claim claim, Verdict verdict) {
        var today = today();
        var left = offices.daysLeft(today, claim.term().dueOn());
        var term = new Claim.Term(claim.term().dueOn(), Optional.of(left));
        return save(claim, with(claim, ClaimState.RETURNED, term, unreviewed()), verdict);
    }

    /** Takes back what the same person did today, while nobody has built on it; the clock runs as before. */
    private StepOutcome undone(Claim claim, Verdict verdict) {
        if (!undoable(claim)) {
            return new StepOutcome.NotNow();
        }
        var term = new Claim.Term(claim.term().dueOn(), Optional.empty());
        return save(claim, with(claim, ClaimState.SUBMITTED, term, unreviewed()), verdict);
    }

    /** Whether the present actor may still take back the last step. */
    boolean undoable(Claim claim) {
        var me = Actors.get();
        return ClaimFlow.after(claim.state(), ClaimAction.UNDO, me.role()).isPresent()
                && claims.findLastStep(claim.id())
                        .filter(step -> step.subject().equals(me.subject()))
                        .filter(step -> AdministrativeTime.dayOf(step.at()).equals(today()))
                        .isPresent();
    }

    /**
     * Records a fact found to be otherwise than stated, or not stated at all; the scheme decides anew on it at once.
     */
    StepOutcome find(UUID id, String fact, Claimed.Found found) {
        return work.execute(status -> {
            var claim = claims.findToChange(id);
            var after = claim.flatMap(c -> ClaimFlow.after(
                    c.state(), ClaimAction.RECORD_FINDING, Actors.get().role()));
            if (after.isEmpty() || !ChildFacts.STATED_BY_FAMILY.contains(fact)) {
                return new StepOutcome.NotNow();
            }
            var before = claim.orElseThrow();
            claims.save(before.finding(fact, found));
            claims.note(
                    id,
                    Optional.of(before.state()),
                    after.orElseThrow(),
                    new JdbcClaims.Deed(ClaimAction.RECORD_FINDING, List.of(fact), found.note()));
            return new StepOutcome.Done(id, after.orElseThrow());
        });
    }

    private StepOutcome save(Claim before, Claim after, Verdict verdict) {
        claims.save(after);
        claims.note(before.id(), Optional.of(before.state()), after.state(), verdict.deed());
        offices.handOver(after);
        return new StepOutcome.Done(after.id(), after.state());
    }

    private static Claim with(Claim claim, ClaimState state, Claim.Term term, Claim.Review review) {
        return new Claim(
                claim.id(), claim.unit(), claim.applicant(), state, claim.claimed(), claim.payee(), term, review);
    }

    private static Claim.Review unreviewed() {
        return new Claim.Review(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }
}

package org.junheng.benefit.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.benefit.Payee;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.register.AsOf;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where families file, supplement and withdraw claims. */
@Component
class ClaimDesk {

    /** The written declaration (告知承诺) that a claim rests on; its text is in the catalogue under this name. */
    static final String DECLARATION = "benefit.declaration.2026";

    private final JdbcClaims claims;
    private final SituationReader situations;
    private final Offices offices;
    private final TransactionTemplate work;
    private final Clock clock;

    ClaimDesk(JdbcClaims claims, SituationReader situations, Offices offices, TransactionTemplate work, Clock clock) {
        this.claims = claims;
        this.situations = situations;
        this.offices = offices;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What the family hands in.
     *
     * @param child the child
     * @param declared facts stated
     * @param payee holder and number of the account, as typed
     * @param declarationAccepted whether the written declaration was accepted
     * @param helped for whom an officer files and by what authority; empty where the family files itself
     */
    record Filing(
            UUID child,
            Map<String, String> declared,
            TypedAccount payee,
            boolean declarationAccepted,
            Optional<Helped> helped) {

        Filing {
            declared = Map.copyOf(declared);
        }

        /** What the family itself hands in. */
        Filing(UUID child, Map<String, String> declared, TypedAccount payee, boolean declarationAccepted) {
            this(child, declared, payee, declarationAccepted, Optional.empty());
        }
    }

    /**
     * An officer files for a family.
     *
     * @param applicant the parent who applies
     * @param authority the signed paper: what and where it is kept
     */
    record Helped(UUID applicant, String authority) {}

    /** An account as typed; not printed. */
    record TypedAccount(String holder, String number) {

        Optional<Payee> read() {
            try {
                return Optional.of(new Payee(holder, number));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "a typed account";
        }
    }

    /** Files a claim as the signed-in member of the family, or for one. */
    StepOutcome file(Filing filing) {
        var missing = missing(filing);
        if (!missing.isEmpty()) {
            return new StepOutcome.Incomplete(missing);
        }
        var office = office(filing);
        if (office.isEmpty()) {
            return new StepOutcome.Incomplete(List.of(ChildFacts.HUKOU));
        }
        try {
            return work.execute(status -> filed(filing, office.orElseThrow()));
        } catch (DuplicateKeyException e) {
            return new StepOutcome.AlreadyFiled();
        }
    }

    private static List<String> missing(Filing filing) {
        var missing = new ArrayList<String>();
        if (filing.payee().read().isEmpty()) {
            missing.add("account");
        }
        if (!filing.declarationAccepted()) {
            missing.add("declaration");
        }
        if (filing.helped().filter(helped -> helped.authority().isBlank()).isPresent()) {
            missing.add("authority");
        }
        return missing;
    }

    /** The township of the child's household registration, else of what the family stated. */
    private Optional<AreaCode> office(Filing filing) {
        var asOf = AsOf.now(clock);
        var known = situations.find(filing.child(), asOf);
        var stated =
                Optional.ofNullable(filing.declared().get(ChildFacts.HUKOU)).map(AreaCode::of);
        return known.flatMap(situation -> situation.hukou(asOf.on()))
                .or(() -> stated)
                .or(() -> known.flatMap(situation -> situation.likelyHukou(asOf.on())))
                .map(AreaCode::township);
    }

    private StepOutcome filed(Filing filing, AreaCode office) {
        var today = today();
        var applicant = filing.helped()
                .map(Helped::applicant)
                .or(() -> Actors.get().person())
                .orElseThrow();
        var claim = new Claim(
                claims.newId(),
                filing.child(),
                applicant,
                ClaimState.SUBMITTED,
                new Claimed(today, office, filing.declared(), Map.of()),
                offices.seal(filing.payee().read().orElseThrow()),
                new Claim.Term(offices.dueAfter(today), Optional.empty()),
                new Claim.Review(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        claims.file(claim, DECLARATION, filing.helped().map(Helped::authority));
        claims.note(claim.id(), Optional.empty(), ClaimState.SUBMITTED, JdbcClaims.Deed.of(ClaimAction.FILE));
        offices.handOver(claim);
        return new StepOutcome.Done(claim.id(), ClaimState.SUBMITTED);
    }

    /** Hands in what was asked for; the legal clock goes on with what was left. */
    StepOutcome supplement(UUID id, Map<String, String> declared, TypedAccount account, String note) {
        var payee = account.read();
        if (payee.isEmpty()) {
            return new StepOutcome.Incomplete(List.of("account"));
        }
        return work.execute(status -> step(id, ClaimAction.SUPPLEMENT, note, claim -> {
            var due = offices.dueAfter(today(), claim.term().daysLeft().orElse(0));
            claims.changePayee(id, offices.seal(payee.orElseThrow()));
            var claimed = new Claimed(
                    claim.claimed().filedOn(),
                    claim.area(),
                    declared,
                    claim.claimed().found());
            return new Claim(
                    claim.id(),
                    claim.unit(),
                    claim.applicant(),
                    ClaimState.SUBMITTED,
                    claimed,
                    claim.payee(),
                    new Claim.Term(due, Optional.empty()),
                    claim.review());
        }));
    }

    StepOutcome withdraw(UUID id) {
        return work.execute(
                status -> step(id, ClaimAction.WITHDRAW, "", claim -> offices.moved(claim, ClaimState.WITHDRAWN)));
    }

    /** Corrects the account of a granted claim, such as after a return by the bank. */
    StepOutcome changeAccount(UUID id, TypedAccount account) {
        var payee = account.read();
        if (payee.isEmpty()) {
            return new StepOutcome.Incomplete(List.of("account"));
        }
        return work.execute(status -> step(id, ClaimAction.CHANGE_ACCOUNT, "", claim -> {
            claims.changePayee(id, offices.seal(payee.orElseThrow()));
            return claim;
        }));
    }

    private StepOutcome step(UUID id, ClaimAction action, String note, java.util.function.UnaryOperator<Claim> change) {
        var claim = claims.findToChange(id);
        var after = claim.flatMap(c -> ClaimFlow.after(c.state(), action, Role.FAMILY));
        if (after.isEmpty()) {
            return new StepOutcome.NotNow();
        }
        var changed = change.apply(claim.orElseThrow());
        claims.save(changed);
        claims.note(id, claim.map(Claim::state), changed.state(), new JdbcClaims.Deed(action, List.of(), note));
        offices.handOver(changed);
        return new StepOutcome.Done(id, changed.state());
    }

    private LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }
}

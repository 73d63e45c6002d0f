package org.junheng.benefit.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.benefit.PaymentProgress;
import org.junheng.benefit.PaymentProgress.Progress;
import org.junheng.benefit.PaymentProgress.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the money of a granted claim is, in one word for the family: what needs the family most comes first. */
@Component
class MoneyStatus {

    private final JdbcClaims claims;
    private final PaymentProgress payments;
    private final TransactionTemplate work;

    MoneyStatus(JdbcClaims claims, PaymentProgress payments, TransactionTemplate work) {
        this.claims = claims;
        this.payments = payments;
        this.work = work;
    }

    /** Where the money is. */
    enum Word {
        /** Waits for the next pay-roll. */
        WAITING,
        /** At the bank or on its way there. */
        UNDER_WAY,
        /** Came back: the family must correct the account. */
        RETURNED,
        /** Came back, and the account has been corrected since: waits for the next pay-roll. */
        CORRECTED,
        /** All of it is paid. */
        PAID
    }

    /** The word for every granted claim among the given. */
    Map<UUID, Word> of(Collection<Claim> all) {
        var words = new HashMap<UUID, Word>();
        all.stream()
                .filter(claim -> claim.state() == ClaimState.GRANTED)
                .forEach(claim -> words.put(claim.id(), word(claim, payments.listOf(claim.unit()))));
        return words;
    }

    private Word word(Claim claim, List<Progress> progress) {
        var returned = latest(progress, State.RETURNED);
        if (returned.isPresent()) {
            return correctedSince(claim, returned.get()) ? Word.CORRECTED : Word.RETURNED;
        }
        var states = progress.stream().map(Progress::state).toList();
        if (states.contains(State.UNDER_WAY)) {
            return Word.UNDER_WAY;
        }
        return states.contains(State.PAID) && !states.contains(State.WAITING) ? Word.PAID : Word.WAITING;
    }

    private static Optional<Instant> latest(List<Progress> progress, State state) {
        return progress.stream()
                .filter(each -> each.state() == state)
                .flatMap(each -> each.at().stream())
                .max(Instant::compareTo);
    }

    private boolean correctedSince(Claim claim, Instant returned) {
        return work.execute(status -> claims.listSteps(claim.id())).stream()
                .anyMatch(step ->
                        step.action() == ClaimAction.CHANGE_ACCOUNT && step.at().isAfter(returned));
    }
}

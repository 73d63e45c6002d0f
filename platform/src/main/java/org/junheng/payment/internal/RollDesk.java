package org.junheng.payment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.benefit.Instructions;
import org.junheng.benefit.SealedPayee;
import org.junheng.kernel.AreaCode;
import org.junheng.payment.internal.JdbcRolls.Candidate;
import org.junheng.payment.internal.JdbcRolls.NewLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where pay-rolls are made, approved, discarded and sent. Each act is one transaction: cut off at any step, it has not
 * happened.
 */
@Component
class RollDesk {

    private static final int PORTION = 10_000;

    private static final String QUEUE = """
            INSERT INTO payment.dispatch (roll_id, area, requested_by)
            VALUES (:roll, :area, access.subject())
            """;

    private static final String HURRY = """
            UPDATE payment.dispatch
               SET next_at = now()
             WHERE roll_id = :roll AND delivered_at IS NULL AND outcome <> 'waiting'
            """;

    private final JdbcRolls rolls;
    private final RollFile file;
    private final Instructions instructions;
    private final TransactionTemplate work;

    RollDesk(JdbcRolls rolls, RollFile file, Instructions instructions, TransactionTemplate work) {
        this.rolls = rolls;
        this.file = file;
        this.instructions = instructions;
        this.work = work;
    }

    /**
     * What a roll is to hold.
     *
     * @param area the area
     * @param scheme id of the scheme
     * @param withUncorrected also what came back and whose account nobody has corrected since
     */
    record Order(AreaCode area, String scheme, boolean withUncorrected) {}

    /** Makes a roll of everything due. */
    RollOutcome make(Order order) {
        return work.execute(status -> {
            PaymentLock.take(rolls.client());
            var roll = rolls.begin(order.area(), order.scheme());
            int lines = addLines(roll, order);
            if (lines == 0) {
                status.setRollbackOnly();
                return new RollOutcome.NothingDue();
            }
            rolls.countUp(roll);
            return new RollOutcome.Done(roll, RollState.DRAFT);
        });
    }

    private int addLines(UUID roll, Order order) {
        var candidates = rolls.listCandidates(order.area(), order.scheme());
        int line = 0;
        for (int from = 0; from < candidates.size(); from += PORTION) {
            var portion = candidates.subList(from, Math.min(from + PORTION, candidates.size()));
            var payees = payees(portion);
            var lines = new ArrayList<NewLine>(portion.size());
            for (var candidate : portion) {
                var payee = Optional.ofNullable(payees.get(candidate.claim()));
                if (payee.isPresent() && (order.withUncorrected() || isFresh(candidate, payee.orElseThrow()))) {
                    lines.add(new NewLine(candidate, ++line, payee.orElseThrow()));
                }
            }
            rolls.addLines(roll, lines);
        }
        return line;
    }

    private Map<UUID, SealedPayee> payees(List<Candidate> portion) {
        var claims = portion.stream().map(Candidate::claim).distinct().toList();
        return Actors.call(ServiceActor.PAYEES, () -> instructions.listPayees(claims));
    }

    private static boolean isFresh(Candidate candidate, SealedPayee payee) {
        return candidate.returnedAt().map(payee.since()::isAfter).orElse(true);
    }

    /** Approves a roll as another person than made it, and freezes it. */
    RollOutcome freeze(UUID id) {
        return work.execute(status -> {
            PaymentLock.take(rolls.client());
            var roll = rolls.findToChange(id);
            if (roll.flatMap(r -> RollFlow.after(r.state(), RollFlow.Action.FREEZE))
                    .isEmpty()) {
                return new RollOutcome.NotNow();
            }
            if (roll.orElseThrow().made().by().equals(Actors.get().subject())) {
                return new RollOutcome.SamePerson();
            }
            long changed = rolls.countChangedSince(id);
            return changed > 0 ? new RollOutcome.ChangedSince(changed) : frozen(roll.orElseThrow());
        });
    }

    private RollOutcome frozen(Roll roll) {
        var written = file.measure(roll.id());
        if (!written.controls().equals(roll.controls())) {
            throw new IllegalStateException(
                    "Roll %s says %s, its lines say %s.".formatted(roll.id(), roll.controls(), written.controls()));
        }
        rolls.freeze(roll.id(), written.sha256());
        return new RollOutcome.Done(roll.id(), RollState.FROZEN);
    }

    /** Discards a draft; its instructions are due again. */
    RollOutcome discard(UUID id) {
        return work.execute(status -> {
            PaymentLock.take(rolls.client());
            if (rolls.findToChange(id).filter(r -> r.state() == RollState.DRAFT).isEmpty()) {
                return new RollOutcome.NotNow();
            }
            rolls.dropLines(id);
            rolls.move(id, RollState.DRAFT, RollState.DISCARDED);
            return new RollOutcome.Done(id, RollState.DISCARDED);
        });
    }

    /** Puts a frozen roll into the outbox to the bank. */
    RollOutcome send(UUID id) {
        return work.execute(status -> {
            var roll = rolls.findToChange(id);
            if (roll.isEmpty() || !rolls.move(id, RollState.FROZEN, RollState.QUEUED)) {
                return new RollOutcome.NotNow();
            }
            rolls.client()
                    .sql(QUEUE)
                    .param("roll", id)
                    .param("area", roll.orElseThrow().area().value())
                    .update();
            return new RollOutcome.Done(id, RollState.QUEUED);
        });
    }

    /** Lets a roll that the bank has not accepted be sent again now. */
    RollOutcome sendAgain(UUID id) {
        return work.execute(status -> {
            int hurried = rolls.client().sql(HURRY).param("roll", id).update();
            return hurried == 1 ? new RollOutcome.Done(id, RollState.QUEUED) : new RollOutcome.NotNow();
        });
    }
}

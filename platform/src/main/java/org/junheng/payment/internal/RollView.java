package org.junheng.payment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.ReadLog;
import org.junheng.benefit.Payee;
import org.junheng.benefit.SealedPayee;
import org.junheng.problem.Problem;
import org.junheng.register.Sealing;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pay-rolls as pages and lists show them: payees masked. */
@Component
class RollView {

    private final JdbcRolls rolls;
    private final JdbcDues dues;
    private final Sealing sealing;
    private final ReadLog reads;
    private final TransactionTemplate work;

    RollView(JdbcRolls rolls, JdbcDues dues, Sealing sealing, ReadLog reads, TransactionTemplate work) {
        this.rolls = rolls;
        this.dues = dues;
        this.sealing = sealing;
        this.reads = reads;
        this.work = work;
    }

    /** A line with its payee masked. */
    record MaskedLine(JdbcRolls.Line line, Payee payee) {

        public String holder() {
            return payee.maskedHolder();
        }

        public String account() {
            return payee.maskedAccount();
        }
    }

    /** A roll on its page. */
    record Opened(
            Roll roll,
            List<Step> steps,
            Optional<JdbcDues.Dispatch> dispatch,
            List<JdbcDues.File> files,
            Page<MaskedLine> lines) {}

    /** The start page of payments. */
    record Overview(JdbcDues.Due due, List<Roll> rolls, List<JdbcDues.File> files) {}

    Overview overview() {
        return work.execute(status -> new Overview(dues.due(), rolls.listLatest(50, 0), dues.listFiles()));
    }

    Roll get(UUID id) {
        return work.execute(status -> rolls.find(id)).orElseThrow(() -> new RollNotFound(id));
    }

    Opened open(UUID id, PageRequest request) {
        return work.execute(status -> {
            var roll = rolls.find(id).orElseThrow(() -> new RollNotFound(id));
            var lines = masked(rolls.listLines(id, Math.toIntExact(request.offset()), request.limit()));
            reads.searched(lines.size());
            return new Opened(
                    roll,
                    steps(roll),
                    dues.findDispatch(id),
                    dues.listFilesOf(id),
                    new Page<>(lines, request, roll.controls().lines()));
        });
    }

    /** All lines, for the office's own list. */
    List<MaskedLine> listAll(UUID id) {
        return work.execute(status -> {
            var lines = new ArrayList<JdbcRolls.Line>();
            rolls.eachLine(id, lines::add);
            reads.searched(lines.size());
            return masked(lines);
        });
    }

    private List<MaskedLine> masked(List<JdbcRolls.Line> lines) {
        return lines.stream()
                .map(line -> new MaskedLine(line, SealedPayee.open(sealing, line.payee())))
                .toList();
    }

    private static List<Step> steps(Roll roll) {
        var steps = new ArrayList<Step>();
        steps.add(Step.done("payment.step.made", roll.made().at()));
        if (roll.state() == RollState.DISCARDED) {
            steps.add(Step.stopped("payment.step.discarded", ""));
            return steps;
        }
        int reached = roll.state().ordinal();
        steps.add(
                roll.frozen().isPresent()
                        ? Step.done(
                                "payment.step.frozen",
                                roll.frozen().orElseThrow().hand().at())
                        : Step.current("payment.step.frozen", ""));
        steps.add(step("payment.step.bank", reached, RollState.FROZEN, RollState.AT_BANK));
        steps.add(step("payment.step.settled", reached, RollState.AT_BANK, RollState.SETTLED));
        return steps;
    }

    private static Step step(String label, int reached, RollState begins, RollState done) {
        if (reached >= done.ordinal()) {
            return Step.done(label, "");
        }
        return reached >= begins.ordinal() ? Step.current(label, "") : Step.ahead(label);
    }

    /** There is no such roll in the actor's area. */
    static final class RollNotFound extends Problem {

        RollNotFound(UUID roll) {
            super(Kind.NOT_FOUND, "No pay-roll %s is in your care.".formatted(roll));
        }
    }
}

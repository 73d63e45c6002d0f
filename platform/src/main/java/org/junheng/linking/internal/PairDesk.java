package org.junheng.linking.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junheng.access.Actors;
import org.junheng.linking.PairNotFound;
import org.junheng.register.Links;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What officers say of two persons, and what follows from it. */
@Component
class PairDesk {

    private final JdbcPairs pairs;
    private final Register register;
    private final Links links;
    private final TransactionTemplate work;

    PairDesk(JdbcPairs pairs, Register register, Links links, TransactionTemplate work) {
        this.pairs = pairs;
        this.register = register;
        this.links = links;
        this.work = work;
    }

    /** What became of a verdict. */
    sealed interface Outcome {

        /** It is taken. */
        record Taken(Pair.State state) implements Outcome {}

        /** Who proposed cannot confirm. */
        record SamePerson() implements Outcome {}

        /** The pair is settled, or one of the two is not to be seen here. */
        record NotNow() implements Outcome {}

        /** Why was not said. */
        record NoteMissing() implements Outcome {}

        /** The register does not take it. */
        record Refused(Links.Outcome why) implements Outcome {}
    }

    /**
     * What is said.
     *
     * @param verdict which
     * @param kept who stays, if they are the same
     * @param note why: needed for two persons who are alike, and for not being sure
     */
    record Said(Verdict verdict, UUID kept, String note) {}

    Optional<Pair> find(UUID pair) {
        return Objects.requireNonNull(work.execute(status -> pairs.find(pair)));
    }

    List<Verdict.Given> verdicts(UUID pair) {
        return Objects.requireNonNull(work.execute(status -> pairs.listVerdicts(pair)));
    }

    List<PersonSummary> faces(Pair pair) {
        return register.listSummaries(List.of(pair.one(), pair.other()));
    }

    /** Whether two officers must agree: both are verified persons, not known from a notice only. */
    static boolean takesTwo(List<PersonSummary> faces) {
        return faces.stream().noneMatch(PersonSummary::provisional);
    }

    Outcome say(UUID id, Said said) {
        if (said.verdict() != Verdict.SAME && said.note().isBlank()) {
            return new Outcome.NoteMissing();
        }
        var next = Objects.requireNonNull(work.execute(status -> {
            var pair = pairs.lock(id).orElseThrow(() -> new PairNotFound(id));
            var faces = faces(pair);
            if (!pair.isOpen() || faces.size() < 2) {
                return new Next.Told(new Outcome.NotNow());
            }
            return said.verdict() == Verdict.SAME ? same(pair, said, faces) : other(pair, said);
        }));
        return switch (next) {
            case Next.Told(var outcome) -> outcome;
            case Next.Merge(var kept, var left) -> merge(id, kept, left);
        };
    }

    /** What follows once the verdict is written: a merge is a transaction of the register. */
    private sealed interface Next {

        record Told(Outcome outcome) implements Next {}

        record Merge(UUID kept, UUID left) implements Next {}
    }

    private Next same(Pair pair, Said said, List<PersonSummary> faces) {
        var me = Actors.get().subject();
        var before = pair.handling();
        var kept = kept(pair, said.kept(), faces);
        if (takesTwo(faces) && before.state() == Pair.State.OPEN) {
            pairs.say(pair.id(), Verdict.SAME, said.note());
            pairs.update(pair.id(), handling(Pair.State.PROPOSED, kept, me));
            return new Next.Told(new Outcome.Taken(Pair.State.PROPOSED));
        }
        if (before.proposedBy().filter(me::equals).isPresent()) {
            return new Next.Told(new Outcome.SamePerson());
        }
        pairs.say(pair.id(), Verdict.SAME, said.note());
        return new Next.Merge(kept, pair.not(kept));
    }

    /** A verified person stays where the other is known from a notice only. */
    private static UUID kept(Pair pair, UUID asked, List<PersonSummary> faces) {
        var verified = faces.stream()
                .filter(face -> !face.provisional())
                .map(PersonSummary::id)
                .toList();
        if (verified.size() == 1) {
            return verified.getFirst();
        }
        return asked.equals(pair.other()) ? pair.other() : pair.one();
    }

    private static Pair.Handling handling(Pair.State state, UUID kept, String by) {
        return new Pair.Handling(
                state, Optional.of(kept), Optional.empty(), Optional.of(by), Optional.empty(), Optional.empty());
    }

    private Next other(Pair pair, Said said) {
        pairs.say(pair.id(), said.verdict(), said.note());
        var state = said.verdict() == Verdict.DIFFERENT ? Pair.State.APART : Pair.State.OPEN;
        pairs.update(pair.id(), settled(state));
        return new Next.Told(new Outcome.Taken(state));
    }

    private static Pair.Handling settled(Pair.State state) {
        var by = state == Pair.State.APART ? Optional.of(Actors.get().subject()) : Optional.<String>empty();
        return new Pair.Handling(state, Optional.empty(), Optional.empty(), Optional.empty(), by, Optional.empty());
    }

    /** The pair's id is the decision's: said again after a crash, it is the same merge. */
    private Outcome merge(UUID id, UUID kept, UUID left) {
        var made = links.merge(id, kept, left);
        if (!(made instanceof Links.Outcome.Done)) {
            return new Outcome.Refused(made);
        }
        work.executeWithoutResult(status -> pairs.update(
                id,
                new Pair.Handling(
                        Pair.State.MERGED,
                        Optional.of(kept),
                        Optional.of(id),
                        pairs.find(id).flatMap(pair -> pair.handling().proposedBy()),
                        Optional.of(Actors.get().subject()),
                        Optional.empty())));
        return new Outcome.Taken(Pair.State.MERGED);
    }

    /** Takes a merge back; that the two are two is obeyed from now on. */
    Outcome undo(UUID id, String note) {
        var pair = find(id).orElseThrow(() -> new PairNotFound(id));
        var decision = pair.handling().decision();
        if (decision.isEmpty()) {
            return new Outcome.NotNow();
        }
        var undone = links.undo(decision.get());
        if (!(undone instanceof Links.Outcome.Done)) {
            return new Outcome.Refused(undone);
        }
        work.executeWithoutResult(status -> {
            pairs.say(id, Verdict.UNDONE, note);
            pairs.update(id, settled(Pair.State.APART));
        });
        return new Outcome.Taken(Pair.State.APART);
    }

    /** Faces by id. */
    static Map<UUID, PersonSummary> byId(List<PersonSummary> faces) {
        return faces.stream().collect(Collectors.toMap(PersonSummary::id, Function.identity()));
    }
}

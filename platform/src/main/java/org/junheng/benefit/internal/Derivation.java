package org.junheng.benefit.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.benefit.internal.JdbcInstructions.Granted;
import org.junheng.benefit.internal.JdbcInstructions.NextRevision;
import org.junheng.benefit.internal.JdbcInstructions.Revision;
import org.junheng.benefit.internal.JdbcInstructions.Rule;
import org.junheng.benefit.internal.JdbcOffers.Finding;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Money;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.register.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives offers and instructions of children anew from what is known now. The same facts give the same result however
 * they arrived; doing it again changes nothing.
 */
@Component
class Derivation {

    static final int BATCH = 1000;

    /** One derivation of a child at a time; in the order of ids, so that two batches never wait for each other. */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(hashtextextended('benefit/' || u.id, 0))
              FROM (SELECT unnest(:units::uuid[]) AS id ORDER BY 1) u
            """;

    private final SituationReader situations;
    private final Subsidy subsidy;
    private final JdbcOffers offers;
    private final JdbcGrantedClaims granted;
    private final JdbcInstructions instructions;
    private final JdbcClient loader;
    private final TransactionTemplate work;
    private final Clock clock;

    Derivation(Parts parts, @Loader JdbcClient loader, @Loader TransactionTemplate work, Clock clock) {
        this.situations = parts.situations();
        this.subsidy = parts.subsidy();
        this.offers = parts.offers();
        this.granted = parts.granted();
        this.instructions = parts.instructions();
        this.loader = loader;
        this.work = work;
        this.clock = clock;
    }

    /** What a derivation is made of. */
    @Component
    record Parts(
            SituationReader situations,
            Subsidy subsidy,
            JdbcOffers offers,
            JdbcGrantedClaims granted,
            JdbcInstructions instructions) {}

    /** Derives the given children, a batch in each transaction: it holds a lock per child, and locks are few. */
    void derive(Collection<UUID> children) {
        Actors.run(ServiceActor.FOLLOWING, () -> {
            var all = new ArrayList<>(new TreeSet<>(children));
            for (int from = 0; from < all.size(); from += BATCH) {
                var batch = all.subList(from, Math.min(from + BATCH, all.size()));
                work.executeWithoutResult(status -> deriveBatch(batch));
            }
        });
    }

    private void deriveBatch(List<UUID> children) {
        loader.sql(LOCK)
                .param("units", children.toArray(UUID[]::new))
                .query((row, number) -> number)
                .list();
        var asOf = AsOf.now(clock);
        var known = situations.read(children, asOf);
        writeOffers(children, known, asOf.on());
        issueInstructions(children, known, asOf.on());
    }

    private void writeOffers(List<UUID> children, Map<UUID, ChildSituation> known, LocalDate today) {
        var findings = children.stream()
                .flatMap(child -> Optional.ofNullable(known.get(child)).stream())
                .filter(this::mayConcern)
                .flatMap(situation -> finding(situation, today).stream())
                .toList();
        if (!findings.isEmpty()) {
            offers.write(findings, today);
        }
        var unknown =
                children.stream().filter(child -> !known.containsKey(child)).toList();
        if (!unknown.isEmpty()) {
            offers.withdraw(unknown);
        }
    }

    private boolean mayConcern(ChildSituation situation) {
        return situation
                .child()
                .born()
                .filter(born -> !born.on().isBefore(subsidy.firstBirth()))
                .isPresent();
    }

    private Optional<Finding> finding(ChildSituation situation, LocalDate today) {
        return situation.likelyHukou(today).map(hukou -> {
            var decision = subsidy.offer(situation, today);
            var grounds = decision.grounds();
            return new Finding(
                    situation.child().id(),
                    hukou.township(),
                    outcome(decision),
                    amount(decision),
                    grounds.version(),
                    grounds.hash());
        });
    }

    /** An outcome that hangs on something the family cannot tell is not offered. */
    private static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Eligible eligible -> "eligible";
            case Decision.NotEligible not -> "not-eligible";
            case Decision.Undetermined open -> Subsidy.askable(open).isEmpty() ? "not-eligible" : "undetermined";
        };
    }

    private static Money amount(Decision decision) {
        return switch (decision) {
            case Decision.Eligible eligible -> Subsidy.total(eligible.periods());
            case Decision.NotEligible not -> Money.ZERO;
            case Decision.Undetermined open -> Money.ZERO;
        };
    }

    private void issueInstructions(List<UUID> children, Map<UUID, ChildSituation> known, LocalDate today) {
        var claims = granted.list(children);
        if (claims.isEmpty()) {
            return;
        }
        var last = instructions.listLast(claims.stream().map(Granted::unit).toList());
        var next = new ArrayList<NextRevision>();
        for (var claim : claims) {
            var owed = Optional.ofNullable(known.get(claim.unit()))
                    .map(situation ->
                            (Map<String, EntitledPeriod>) subsidy.entitlement(situation, claim.claimed(), today))
                    .orElse(Map.of());
            next.addAll(differences(claim, owed, last.getOrDefault(claim.unit(), Map.of())));
        }
        if (!next.isEmpty()) {
            instructions.issue(next);
        }
    }

    /** One revision for each period whose amount is another than instructed so far. */
    static List<NextRevision> differences(
            Granted claim, Map<String, EntitledPeriod> owed, Map<String, Revision> instructed) {
        var next = new ArrayList<NextRevision>();
        var periods = new TreeSet<>(owed.keySet());
        periods.addAll(instructed.keySet());
        for (var period : periods) {
            var before = instructed.getOrDefault(period, Revision.NONE);
            var now = Optional.ofNullable(owed.get(period));
            var entitled = now.map(EntitledPeriod::amount).orElse(Money.ZERO);
            if (!entitled.equals(before.entitled())) {
                var rule = now.map(p -> new Rule(p.version(), p.hash())).orElse(Rule.NOTHING_OWED);
                next.add(new NextRevision(claim, period, before, entitled, rule));
            }
        }
        return next;
    }

    /** The day as of which it derives. */
    LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }
}

package org.junheng.benefit.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junheng.register.AsOf;
import org.junheng.register.PersonNotFound;
import org.springframework.stereotype.Component;

/** Has the scheme decide a claim on what is known now, and keeps what it said. */
@Component
class DecisionMaker {

    private final SituationReader situations;
    private final Subsidy subsidy;
    private final JdbcDecisions decisions;
    private final Derivation derivation;
    private final Clock clock;

    DecisionMaker(Derivation.Parts parts, JdbcDecisions decisions, Derivation derivation, Clock clock) {
        this.situations = parts.situations();
        this.subsidy = parts.subsidy();
        this.decisions = decisions;
        this.derivation = derivation;
        this.clock = clock;
    }

    JdbcDecisions.Made decide(Claim claim) {
        var asOf = AsOf.now(clock);
        var situation = situations.find(claim.unit(), asOf).orElseThrow(() -> new PersonNotFound(claim.unit()));
        return new JdbcDecisions.Made(
                claim.unit(), claim.area(), asOf.knownAt(), subsidy.decide(situation, claim.claimed(), asOf.on()));
    }

    /** What the scheme says before anybody applied. */
    JdbcDecisions.Made decideOffer(UUID child) {
        var asOf = AsOf.now(clock);
        var situation = situations.find(child, asOf).orElseThrow(() -> new PersonNotFound(child));
        var area = situation.likelyHukou(asOf.on()).orElseThrow(() -> new PersonNotFound(child));
        return new JdbcDecisions.Made(child, area.township(), asOf.knownAt(), subsidy.offer(situation, asOf.on()));
    }

    UUID keep(JdbcDecisions.Made made) {
        return decisions.keep(made);
    }

    /** Should the process end before this, the follower of the ledger does it. */
    void deriveAfterGrant(UUID unit) {
        derivation.derive(List.of(unit));
    }
}

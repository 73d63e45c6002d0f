package org.junheng.benefit.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.policy.Explanation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims as pages show them, as far as the present actor may see them. */
@Component
class ClaimFiles {

    private final JdbcClaims claims;
    private final JdbcDecisions decisions;
    private final JdbcOffers offers;
    private final MoneyStatus money;
    private final TransactionTemplate work;

    ClaimFiles(
            JdbcClaims claims,
            JdbcDecisions decisions,
            JdbcOffers offers,
            MoneyStatus money,
            TransactionTemplate work) {
        this.claims = claims;
        this.decisions = decisions;
        this.offers = offers;
        this.money = money;
        this.work = work;
    }

    /**
     * A claim with its steps.
     *
     * @param claim the claim
     * @param steps what was done, the first first
     * @param explanation of the decision it rests on, once reviewed
     */
    record ClaimFile(Claim claim, List<Claim.Step> steps, Optional<Explanation> explanation) {}

    JdbcOffers offers() {
        return offers;
    }

    MoneyStatus money() {
        return money;
    }

    List<Claim> listOf(Collection<UUID> units) {
        return work.execute(status -> claims.listOf(units));
    }

    Optional<ClaimFile> find(UUID id) {
        return work.execute(status -> claims.find(id)
                .map(claim -> new ClaimFile(
                        claim, claims.listSteps(id), claim.review().decision().flatMap(decisions::findExplanation))));
    }
}

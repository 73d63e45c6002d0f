package org.junheng.benefit.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.kernel.AdministrativeTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Confirms clean claims together: those that the scheme bears and in which nothing differs. A random sample must be
 * opened and confirmed one by one first; one claim of the sample that is not granted ends the bulk.
 */
@Component
class BulkDesk {

    private static final int MOST = 200;

    private final JdbcBulks bulks;
    private final JdbcClaims claims;
    private final Comparisons comparisons;
    private final ReviewDesk review;
    private final TransactionTemplate work;
    private final Clock clock;
    private final Random chance = new SecureRandom();

    BulkDesk(
            JdbcBulks bulks,
            JdbcClaims claims,
            Comparisons comparisons,
            ReviewDesk review,
            TransactionTemplate work,
            Clock clock) {
        this.bulks = bulks;
        this.claims = claims;
        this.comparisons = comparisons;
        this.review = review;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A bulk with its claims.
     *
     * @param bulk the bulk
     * @param items its claims, the sample first
     */
    record Drawn(JdbcBulks.Bulk bulk, List<JdbcBulks.Item> items) {

        public List<JdbcBulks.Item> sample() {
            return items.stream().filter(JdbcBulks.Item::sampled).toList();
        }

        public List<JdbcBulks.Item> rest() {
            return items.stream().filter(item -> !item.sampled()).toList();
        }

        /** Every claim of the sample was opened and granted. */
        public boolean ready() {
            return sample().stream().allMatch(item -> item.state() == ClaimState.GRANTED);
        }

        /** A claim of the sample turned out not to be clean. */
        public boolean failed() {
            return sample().stream()
                    .anyMatch(item -> item.state() != ClaimState.GRANTED && item.state() != ClaimState.RECOMMENDED);
        }
    }

    /** Clean claims that wait for the present actor. */
    List<Claim> listClean() {
        return work.execute(status -> {
            var pending = bulks.listPending(MOST).stream()
                    .flatMap(id -> claims.find(id).stream())
                    .toList();
            var compared = comparisons.compare(pending);
            return pending.stream()
                    .filter(claim -> Optional.ofNullable(compared.get(claim.id()))
                            .filter(Comparisons.Compared::clean)
                            .isPresent())
                    .toList();
        });
    }

    JdbcBulks.SamplePercent samplePercent() {
        return work.execute(status -> bulks.samplePercent(AdministrativeTime.dayOf(clock.instant())));
    }

    List<JdbcBulks.Bulk> listMine() {
        return work.execute(status -> bulks.listMine());
    }

    /** Draws a sample from the clean claims; empty where there are none. */
    Optional<UUID> draw() {
        return work.execute(status -> {
            var clean = new ArrayList<>(listClean());
            if (clean.isEmpty()) {
                return Optional.<UUID>empty();
            }
            Collections.shuffle(clean, chance);
            int percent = samplePercent().value();
            int sample = sampleSize(clean.size(), percent);
            var sampled = new ArrayList<Boolean>();
            for (int i = 0; i < clean.size(); i++) {
                sampled.add(i < sample);
            }
            var area = Actors.get().areas().getFirst();
            return Optional.of(
                    bulks.draw(area, percent, clean.stream().map(Claim::id).toList(), sampled));
        });
    }

    /** The share rounded up, one at least. */
    static int sampleSize(int claims, int percent) {
        return Math.max(1, Math.ceilDiv(claims * percent, 100));
    }

    Optional<Drawn> find(UUID id) {
        return work.execute(status -> bulks.find(id).map(bulk -> new Drawn(bulk, bulks.listItems(id))));
    }

    /** What became of a bulk. */
    sealed interface BulkOutcome {
        /** How many were granted, and how many no longer were as clean as before. */
        record Confirmed(int granted, int left) implements BulkOutcome {}

        /** The sample is not done, or it is another's bulk. */
        record NotYet() implements BulkOutcome {}
    }

    /** Grants the rest, each by a decision of its own; what is no longer clean stays for a look of its own. */
    BulkOutcome confirm(UUID id) {
        var drawn = find(id);
        var mine = drawn.filter(each ->
                each.bulk().open() && each.bulk().madeBy().equals(Actors.get().subject()) && each.ready());
        if (mine.isEmpty()) {
            return new BulkOutcome.NotYet();
        }
        int granted = 0;
        int left = 0;
        for (var item : mine.get().rest()) {
            if (grant(item)) {
                granted++;
            } else {
                left++;
            }
        }
        work.executeWithoutResult(status -> bulks.close(id, "confirmed"));
        return new BulkOutcome.Confirmed(granted, left);
    }

    private boolean grant(JdbcBulks.Item item) {
        var claim = work.execute(status -> claims.find(item.claim()));
        boolean clean = claim.filter(each -> each.state() == ClaimState.RECOMMENDED)
                .map(each -> comparisons.compare(each).clean())
                .orElse(false);
        return clean
                && review.act(new ReviewDesk.Verdict(item.claim(), JdbcClaims.Deed.of(ClaimAction.CONFIRM_GRANT)))
                        instanceof StepOutcome.Done;
    }

    void giveUp(UUID id) {
        work.executeWithoutResult(status -> bulks.close(id, "given-up"));
    }
}

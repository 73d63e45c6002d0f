package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junheng.access.Actors;
import org.junheng.database.Loader;
import org.junheng.register.EventKind;
import org.junheng.register.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the ledger: every life event of a child that may matter has the child derived anew. What was read and what
 * was derived from it are committed together, so a crash repeats or skips nothing.
 */
@Component
class OfferFollower {

    private static final int EVENTS = 20_000;

    private static final Set<EventKind> CONCERN = EnumSet.of(
            EventKind.BIRTH,
            EventKind.DEATH,
            EventKind.REGISTERED_RESIDENCE,
            EventKind.ADOPTION,
            EventKind.IDENTITY_CORRECTION,
            EventKind.LINKING);

    private static final String BEGIN = """
            INSERT INTO benefit.follower (name, xid, event_id, horizon, derived_on)
            VALUES (:name, 0, '00000000-0000-0000-0000-000000000000', 0, :today)
                ON CONFLICT DO NOTHING
            """;

    private static final String WHERE = """
               SELECT xid, event_id, derived_on, law
                 FROM benefit.follower
                WHERE name = :name
            """;

    private static final String MOVE = """
            UPDATE benefit.follower
               SET xid = :xid, event_id = :event, derived_on = :today, law = :law, updated_at = now(),
                   horizon = pg_snapshot_xmin(pg_current_snapshot())::text::bigint
             WHERE name = :name AND xid = :fromXid AND event_id = :fromEvent
            """;

    private final Ledger ledger;
    private final Derivation derivation;
    private final Derivation.Parts parts;
    private final JdbcClient loader;
    private final TransactionTemplate work;

    OfferFollower(
            Ledger ledger,
            Derivation derivation,
            Derivation.Parts parts,
            @Loader JdbcClient loader,
            @Loader TransactionTemplate work) {
        this.ledger = ledger;
        this.derivation = derivation;
        this.parts = parts;
        this.loader = loader;
        this.work = work;
    }

    /** Follows the ledger to its horizon. */
    @Scheduled(fixedDelayString = "${junheng.benefit.follow-every:2s}")
    void follow() {
        Actors.run(ServiceActor.FOLLOWING, () -> {
            while (followBatch()) {
                // the next batch
            }
        });
    }

    /**
     * Whether there may be more. Each batch of children is a transaction of its own, since each holds a lock per child;
     * only when all is derived does the place move on, so that a crash between is made up for.
     */
    private boolean followBatch() {
        var today = derivation.today();
        var law = parts.subsidy().law();
        var place = place(today);
        var entries = ledger.listAfter(place.cursor(), EVENTS);
        derivation.derive(concerned(entries));
        boolean all = !place.derivedOn().equals(today) || !place.law().equals(law);
        derivation.derive(inTransaction(
                () -> all ? parts.offers().listLivingUnits() : parts.granted().listUnitsWithoutInstruction()));
        var reached = entries.isEmpty() ? place.cursor() : entries.getLast().cursor();
        if (!reached.equals(place.cursor()) || all) {
            move(place, new Place(reached, today, law));
        }
        return entries.size() == EVENTS;
    }

    private Place place(LocalDate today) {
        return inTransaction(() -> {
            loader.sql(BEGIN)
                    .param("name", Subsidy.SCHEME)
                    .param("today", today)
                    .update();
            return loader.sql(WHERE)
                    .param("name", Subsidy.SCHEME)
                    .query((row, number) -> new Place(
                            new Ledger.Cursor(row.getLong("xid"), row.getObject("event_id", UUID.class)),
                            row.getObject("derived_on", LocalDate.class),
                            row.getString("law")))
                    .single();
        });
    }

    private <T> T inTransaction(Supplier<T> query) {
        return Objects.requireNonNull(work.execute(status -> query.get()));
    }

    private List<UUID> concerned(List<Ledger.Entry> entries) {
        return entries.stream()
                .filter(entry -> CONCERN.contains(entry.kind()))
                .filter(entry -> !entry.occurredOn().isBefore(parts.subsidy().firstBirth()))
                .map(Ledger.Entry::person)
                .distinct()
                .toList();
    }

    /** Moves on from where it was; another follower may have done so meanwhile, and then nothing is moved back. */
    private void move(Place from, Place to) {
        work.executeWithoutResult(status -> loader.sql(MOVE)
                .param("name", Subsidy.SCHEME)
                .param("fromXid", from.cursor().xid())
                .param("fromEvent", from.cursor().event())
                .param("xid", to.cursor().xid())
                .param("event", to.cursor().event())
                .param("today", to.derivedOn())
                .param("law", to.law())
                .update());
    }

    /**
     * How far it is.
     *
     * @param law the rules by which all were last derived
     */
    private record Place(Ledger.Cursor cursor, LocalDate derivedOn, String law) {}
}

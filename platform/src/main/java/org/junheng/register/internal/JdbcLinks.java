package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junheng.access.Actors;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.Links;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcLinks implements Links {

    private final JdbcClient app;
    private final JdbcClient loader;
    private final TransactionTemplate reading;
    private final TransactionTemplate loading;
    private final Clock clock;

    JdbcLinks(
            JdbcClient app,
            @Loader JdbcClient loader,
            TransactionTemplate reading,
            @Loader TransactionTemplate loading,
            Clock clock) {
        this.app = app;
        this.loader = loader;
        this.reading = reading;
        this.loading = loading;
        this.clock = clock;
    }

    @Override
    public Outcome merge(UUID decision, UUID kept, UUID left) {
        return decide(decision, status -> {
            if (kept.equals(left) || !lock(kept, left)) {
                return new Outcome.Gone();
            }
            enter(decision, Kind.MERGE, kept, left);
            update(LinkSql.CHOOSE_ALL, decision).param("left", left).update();
            move(decision, kept, "merge");
            update(LinkSql.MOVE_REFERENCES, decision)
                    .param("left", left)
                    .param("kept", kept)
                    .query(Integer.class)
                    .single();
            mergedInto(left, Optional.of(kept));
            settle(kept, left, "merge");
            return new Outcome.Done();
        });
    }

    @Override
    public Outcome split(UUID decision, UUID person, Set<UUID> records) {
        return decide(decision, status -> {
            if (!lock(person, person)) {
                return new Outcome.Gone();
            }
            var own = UUID.randomUUID();
            loader.sql(LinkSql.OWN_PERSON).param("person", own).update();
            enter(decision, Kind.SPLIT, own, person);
            int chosen = update(LinkSql.CHOOSE, decision)
                    .param("left", person)
                    .param("records", records.toArray(UUID[]::new))
                    .update();
            if (chosen == 0 || chosen < records.size() || !staysSomething(decision, person)) {
                status.setRollbackOnly();
                return new Outcome.Gone();
            }
            move(decision, own, "split");
            settle(own, person, "split");
            return new Outcome.Done();
        });
    }

    @Override
    public Outcome undo(UUID decision) {
        return loading.execute(status -> find(decision)
                .map(decided -> decided.undoneBy().isPresent() ? new Outcome.Done() : takeBack(decided))
                .orElseGet(Outcome.Gone::new));
    }

    private Outcome takeBack(Decided decided) {
        loader.sql(LinkSql.LOCK)
                .param("one", decided.kept())
                .param("other", decided.left())
                .query(UUID.class)
                .list();
        if (hasMovedOn(decided)) {
            return new Outcome.MovedOn();
        }
        move(decided.id(), decided.left(), "undone");
        if (decided.kind() == Kind.MERGE) {
            mergedInto(decided.left(), Optional.empty());
            update(LinkSql.RETURN_REFERENCES, decided.id())
                    .param("kept", decided.kept())
                    .param("left", decided.left())
                    .query()
                    .listOfRows();
        } else {
            mergedInto(decided.kept(), Optional.of(decided.left()));
        }
        update(LinkSql.UNDONE, decided.id()).param("by", Actors.get().subject()).update();
        settle(decided.kept(), decided.left(), "undone");
        return new Outcome.Done();
    }

    @Override
    public Outcome verify(UUID person) {
        return loading.execute(status -> {
            if (!lock(person, person)) {
                return new Outcome.Gone();
            }
            if (loader.sql(LinkSql.VERIFIED).param("person", person).update() == 1) {
                tell(person, "verified");
            }
            return new Outcome.Done();
        });
    }

    @Override
    public List<UUID> listAlike(UUID person) {
        return reading.execute(status ->
                app.sql(LinkSql.ALIKE).param("person", person).query(UUID.class).list());
    }

    /** Nothing of a decision stays when it is refused; what was decided before is done. */
    private Outcome decide(UUID decision, Function<TransactionStatus, Outcome> work) {
        Actors.get();
        try {
            return loading.execute(status ->
                    find(decision).<Outcome>map(before -> new Outcome.Done()).orElseGet(() -> work.apply(status)));
        } catch (DuplicateKeyException e) {
            return new Outcome.BothServed();
        }
    }

    private boolean lock(UUID one, UUID other) {
        var locked = loader.sql(LinkSql.LOCK)
                .param("one", one)
                .param("other", other)
                .query(UUID.class)
                .list();
        return locked.containsAll(List.of(one, other));
    }

    private void enter(UUID decision, Kind kind, UUID kept, UUID left) {
        update(LinkSql.DECIDE, decision)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("kept", kept)
                .param("left", left)
                .param("by", Actors.get().subject())
                .update();
    }

    private boolean staysSomething(UUID decision, UUID left) {
        return update(LinkSql.STAYS_SOMETHING, decision)
                .param("left", left)
                .query(Boolean.class)
                .single();
    }

    private boolean hasMovedOn(Decided decided) {
        return update(LinkSql.MOVED_ON, decided.id())
                        .param("kept", decided.kept())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void move(UUID decision, UUID to, String reason) {
        LinkSql.MOVE.forEach(statement -> update(statement, decision)
                .param("to", to)
                .param("reason", reason)
                .update());
    }

    private void mergedInto(UUID left, Optional<UUID> kept) {
        loader.sql(LinkSql.MERGED_INTO)
                .param("left", left)
                .param("kept", kept.orElse(null), Types.OTHER)
                .update();
    }

    private void settle(UUID one, UUID other, String what) {
        List.of(one, other).forEach(person -> tell(person, what));
        loader.sql(LinkSql.IDENTITY_SINCE)
                .param("one", one)
                .param("other", other)
                .update();
        loader.sql(LinkSql.REFOLD)
                .param("one", one)
                .param("other", other)
                .query(Integer.class)
                .single();
    }

    private void tell(UUID person, String what) {
        loader.sql(LinkSql.TELL)
                .param("person", person)
                .param("today", AdministrativeTime.dayOf(clock.instant()))
                .param("kind", what)
                .update();
    }

    private JdbcClient.StatementSpec update(String statement, UUID decision) {
        return loader.sql(statement).param("decision", decision);
    }

    private Optional<Decided> find(UUID decision) {
        return update(LinkSql.FIND, decision).query(JdbcLinks::decided).optional();
    }

    @Override
    public Preview preview(UUID kept, UUID left) {
        return loading.execute(status -> loader.sql(LinkSql.PREVIEW)
                .param("left", left)
                .query((row, number) ->
                        new Preview(row.getInt("records"), row.getInt("events"), row.getInt("relatives")))
                .single());
    }

    @Override
    public UUID survivor(UUID person) {
        return reading.execute(status -> app.sql(LinkSql.SURVIVOR)
                .param("person", person)
                .query(UUID.class)
                .single());
    }

    @Override
    public List<LinkedRecord> listRecords(UUID person) {
        return reading.execute(status -> app.sql(LinkSql.RECORDS)
                .param("person", person)
                .query(JdbcLinks::linkedRecord)
                .list());
    }

    @Override
    public List<Decided> listDecisions(UUID person) {
        return reading.execute(status -> app.sql(LinkSql.DECISIONS)
                .param("person", person)
                .query(JdbcLinks::decided)
                .list());
    }

    @Override
    public String digest(Collection<UUID> persons) {
        return loading.execute(status -> loader.sql(LinkSql.DIGEST)
                .param("persons", persons.toArray(UUID[]::new))
                .query(String.class)
                .single());
    }

    private static LinkedRecord linkedRecord(ResultSet row, int number) throws SQLException {
        return new LinkedRecord(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getString("name")),
                row.getInt("events"),
                row.getString("reason"));
    }

    private static Decided decided(ResultSet row, int number) throws SQLException {
        return new Decided(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("kept_id", UUID.class),
                row.getObject("left_id", UUID.class),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                Optional.ofNullable(row.getString("undone_by")));
    }
}

package org.junheng.register.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Stated;

/** Some records of an opening load, sealed and laid out as rows of the tables they go to. */
final class OpeningBlock {

    /** What a new record's link gives as its reason, as for arrivals. */
    private static final String REASON = "new";

    private final CopyRows persons;
    private final CopyRows records;
    private final CopyRows links;
    private final CopyRows identities;
    private final CopyRows events;
    private final CopyRows participants;
    private final OpeningIds ids;
    private final int size;
    private long nextEvent;

    private OpeningBlock(OpeningIds ids, int size, long firstEvent) {
        this.ids = ids;
        this.size = size;
        this.nextEvent = firstEvent;
        this.persons = new CopyRows(size * 24);
        this.records = new CopyRows(size * 90);
        this.links = new CopyRows(size * 52);
        this.identities = new CopyRows(size * 400);
        this.events = new CopyRows(size * 500);
        this.participants = new CopyRows(size * 140);
    }

    /**
     * Seals and lays out; may run beside others.
     *
     * @param firstEvent number of the first event within the load
     */
    static OpeningBlock of(List<Stated.Record> stated, long firstEvent, OpeningIds ids, Vault vault) {
        var block = new OpeningBlock(ids, stated.size(), firstEvent);
        stated.forEach(record -> block.add(record, SealedIdentity.of(record, vault)));
        return block;
    }

    private void add(Stated.Record stated, SealedIdentity identity) {
        var own = ids.of(stated.key());
        persons.add(own.person());
        records.add(own.record(), stated.key().source(), stated.key().key(), identity.contentHash());
        links.add(own.record(), own.person(), REASON);
        if (identity.isStated()) {
            addIdentity(own, identity);
        }
        stated.events().forEach(event -> addEvent(own, event));
    }

    private void addIdentity(OpeningIds.Pair own, SealedIdentity identity) {
        identities.add(
                own.record(),
                own.person(),
                identity.name(),
                identity.keys().folded(),
                identity.keys().pinyin(),
                identity.keys().initials(),
                identity.bornOn(),
                identity.number().cipher(),
                identity.number().index(),
                identity.phone().cipher(),
                identity.phone().index(),
                identity.account().cipher(),
                identity.account().index(),
                identity.address());
    }

    private void addEvent(OpeningIds.Pair own, Stated.Event event) {
        var id = ids.event(nextEvent++);
        events.add(
                id,
                own.record(),
                event.kind().code(),
                event.occurredOn(),
                event.area().map(AreaCode::value).orElse(null),
                event.value().orElse(null));
        for (var other : event.participants()) {
            participants.add(id, other.role().code(), ids.of(other.key()).record());
        }
    }

    /** The end of a delivery. */
    static OpeningBlock last(OpeningIds ids, long events) {
        return new OpeningBlock(ids, 0, events);
    }

    /** Whether the delivery has ended. */
    boolean isLast() {
        return size == 0;
    }

    /** Number of persons. */
    int size() {
        return size;
    }

    /** Number of the event after the last one. */
    long nextEvent() {
        return nextEvent;
    }

    /** Copies the rows into the tables, as their owner. */
    void copy(Connection owner) throws SQLException {
        persons.copy(owner, OpeningSql.PERSONS);
        records.copy(owner, OpeningSql.RECORDS);
        links.copy(owner, OpeningSql.LINKS);
        identities.copy(owner, OpeningSql.IDENTITIES);
        events.copy(owner, OpeningSql.EVENTS);
        participants.copy(owner, OpeningSql.PARTICIPANTS);
    }
}

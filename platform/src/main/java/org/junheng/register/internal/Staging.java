package org.junheng.register.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals;
import org.junheng.register.Stated;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Copies stated records into the staging tables. A connection copies into one table at a time, so rows pass in blocks.
 */
final class Staging {

    private static final int BLOCK = 20_000;

    private static final int RECORD_BYTES = 512;

    private static final String RECORDS = """
            register.staged_record (batch, source, source_key, name, name_folded, name_pinyin, name_initials, born_on,
                                    id_no_cipher, id_no_index, phone_cipher, phone_index, account_cipher, account_index,
                                    address, content_hash)
            FROM STDIN WITH (FORMAT binary)
            """;
    private static final String EVENTS = """
            register.staged_event (batch, event_ref, source, source_key, kind, occurred_on, area, value)
            FROM STDIN WITH (FORMAT binary)
            """;
    private static final String PARTICIPANTS = """
            register.staged_participant (batch, event_ref, role, source, source_key) FROM STDIN WITH (FORMAT binary)
            """;

    private final Connection connection;
    private final Vault vault;
    private final UUID batch;
    private int events;

    Staging(Connection connection, Vault vault, UUID batch) {
        this.connection = connection;
        this.vault = vault;
        this.batch = batch;
    }

    /** Copies everything; returns the number of events. */
    long copy(Arrivals.Delivery delivery) throws SQLException {
        var block = new ArrayList<Stated.Record>(BLOCK);
        delivery.each(record -> {
            block.add(record);
            if (block.size() == BLOCK) {
                copyQuietly(block);
                block.clear();
            }
        });
        copyBlock(block);
        return events;
    }

    /** The delivery hands over through a callback that knows nothing of SQL. */
    private void copyQuietly(List<Stated.Record> block) {
        try {
            copyBlock(block);
        } catch (SQLException e) {
            throw new TransientDataAccessResourceException("The batch could not be staged.", e);
        }
    }

    private void copyBlock(List<Stated.Record> block) throws SQLException {
        var records = new CopyRows(block.size() * RECORD_BYTES);
        var lives = new CopyRows(block.size() * RECORD_BYTES);
        var participants = new CopyRows(block.size() * RECORD_BYTES);
        for (var record : block) {
            addRecord(records, record);
            addEvents(lives, participants, record);
        }
        records.copy(connection, RECORDS);
        lives.copy(connection, EVENTS);
        participants.copy(connection, PARTICIPANTS);
    }

    private void addRecord(CopyRows rows, Stated.Record record) {
        var key = record.key();
        var identity = SealedIdentity.of(record, vault);
        rows.add(
                batch,
                key.source(),
                key.key(),
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
                identity.address(),
                identity.contentHash());
    }

    private void addEvents(CopyRows rows, CopyRows participants, Stated.Record record) {
        for (var event : record.events()) {
            rows.add(
                    batch,
                    events,
                    record.key().source(),
                    record.key().key(),
                    event.kind().code(),
                    event.occurredOn(),
                    event.area().map(AreaCode::value).orElse(null),
                    event.value().orElse(null));
            for (var other : event.participants()) {
                participants.add(
                        batch,
                        events,
                        other.role().code(),
                        other.key().source(),
                        other.key().key());
            }
            events++;
        }
    }
}

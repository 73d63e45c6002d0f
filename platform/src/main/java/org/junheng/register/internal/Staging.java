package org.junheng.register.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Arrivals;
import org.junheng.register.Stated;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Copies stated records into the staging tables. A connection copies into one table at a time, so rows pass in blocks.
 */
final class Staging {

    private static final int BLOCK = 20_000;

    private static final String RECORD_COLUMNS = "batch, source, source_key, name, name_folded, name_pinyin, "
            + "name_initials, born_on, id_no_cipher, id_no_index, phone_cipher, phone_index, account_cipher, "
            + "account_index, address, content_hash";
    private static final String EVENT_COLUMNS = "batch, event_ref, source, source_key, kind, occurred_on, area, value";
    private static final String PARTICIPANT_COLUMNS = "batch, event_ref, role, source, source_key";

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
        try (var rows = new CopyRows(connection, "register.staged_record", RECORD_COLUMNS)) {
            block.forEach(record -> addRecord(rows, record));
        }
        int first = events;
        try (var rows = new CopyRows(connection, "register.staged_event", EVENT_COLUMNS)) {
            block.forEach(record -> addEvents(rows, record));
        }
        events = first;
        try (var rows = new CopyRows(connection, "register.staged_participant", PARTICIPANT_COLUMNS)) {
            block.forEach(record -> addParticipants(rows, record));
        }
    }

    private void addRecord(CopyRows rows, Stated.Record record) {
        var key = record.key();
        if (record.identity().isEmpty()) {
            rows.add(
                    batch,
                    key.source(),
                    key.key(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            return;
        }
        var identity = record.identity().get();
        var names = NameKeys.of(identity.name());
        var number = identity.idNumber().map(ResidentId::value);
        rows.add(
                batch,
                key.source(),
                key.key(),
                identity.name(),
                names.folded(),
                names.pinyin(),
                names.initials(),
                identity.bornOn().orElse(null),
                sealed(number),
                indexed(Vault.Kind.ID_NUMBER, number),
                sealed(identity.phone()),
                indexed(Vault.Kind.PHONE, identity.phone()),
                sealed(identity.account()),
                indexed(Vault.Kind.ACCOUNT, identity.account()),
                identity.address().orElse(null),
                vault.index(Vault.Kind.CONTENT, identity.name() + number.orElse("")));
    }

    private byte @Nullable [] sealed(Optional<String> value) {
        return value.map(vault::seal).orElse(null);
    }

    private byte @Nullable [] indexed(Vault.Kind kind, Optional<String> value) {
        return value.map(text -> vault.index(kind, text)).orElse(null);
    }

    private void addEvents(CopyRows rows, Stated.Record record) {
        for (var event : record.events()) {
            rows.add(
                    batch,
                    events++,
                    record.key().source(),
                    record.key().key(),
                    event.kind().code(),
                    event.occurredOn(),
                    event.area().map(AreaCode::value).orElse(null),
                    event.value().orElse(null));
        }
    }

    private void addParticipants(CopyRows rows, Stated.Record record) {
        for (var event : record.events()) {
            for (var other : event.participants()) {
                rows.add(
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

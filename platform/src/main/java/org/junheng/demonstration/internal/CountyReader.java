package org.junheng.demonstration.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Arrivals;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.Stated;
import org.junheng.tables.Row;
import org.junheng.tables.Tables;

/**
 * Reads the synthetic county from its Parquet files as records: one a person, with the events of its life in order. The
 * engine sorts the rows of all files by person; here they are put together.
 */
final class CountyReader implements Arrivals.Delivery {

    static final String SOURCE = "census";

    /**
     * A service area that is the place of residence is not stated again: the register takes it from there. The first
     * row of a person carries the identity (kind ''), the others an event each.
     */
    private static final String ROWS = """
            WITH person AS (SELECT * FROM read_parquet('%1$s/snapshot/person.parquet')),
                 kin    AS (SELECT * FROM read_parquet('%1$s/snapshot/kinship.parquet')),
                 spell  AS (SELECT * FROM read_parquet('%1$s/snapshot/residence.parquet')),
                 wed    AS (SELECT * FROM read_parquet('%1$s/snapshot/union.parquet'))
            SELECT * FROM (
                SELECT i.key AS person, '' AS kind, p.birth AS day, NULL::BIGINT AS area, NULL AS value,
                       NULL::INTEGER AS mother, NULL::INTEGER AS father, NULL::INTEGER AS spouse,
                       i.name, i.id_number, i.phone, i.account, i.residence_address AS address
                  FROM read_parquet('%1$s/identity/identity.parquet') i JOIN person p ON p.key = i.key
                 UNION ALL
                SELECT p.key, 'birth', p.birth, NULL, p.sex::VARCHAR, k.mother, k.father, NULL, NULL, NULL, NULL, NULL, NULL
                  FROM person p LEFT JOIN kin k ON k.child = p.key AND k.relation = 'biological'
                 UNION ALL
                SELECT p.key, 'adoption', p.birth, NULL, NULL, k.mother, k.father, NULL, NULL, NULL, NULL, NULL, NULL
                  FROM person p JOIN kin k ON k.child = p.key AND k.relation = 'adopted'
                 UNION ALL
                SELECT p.key, 'hukou-category', p.birth, NULL, CASE WHEN p.agricultural THEN '2' ELSE '1' END,
                       NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
                  FROM person p
                 UNION ALL
                SELECT person, CASE kind WHEN 'hukou' THEN 'registered-residence' WHEN 'residence' THEN 'usual-residence'
                                         ELSE 'service-area' END,
                       since, area, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
                  FROM spell s
                 WHERE kind <> 'service'
                    OR NOT EXISTS (SELECT 1 FROM spell r WHERE r.person = s.person AND r.kind = 'residence'
                                                         AND r.since = s.since AND r.area = s.area)
                 UNION ALL
                SELECT husband, 'marriage', married, registered_area, NULL, NULL, NULL, wife, NULL, NULL, NULL, NULL, NULL FROM wed
                 UNION ALL
                SELECT husband, 'divorce', ended, NULL, NULL, NULL, NULL, wife, NULL, NULL, NULL, NULL, NULL
                  FROM wed WHERE end_reason = 'divorce'
                 UNION ALL
                SELECT person, 'disability', certified, NULL, category || grade, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
                  FROM read_parquet('%1$s/snapshot/disability.parquet')
                 UNION ALL
                SELECT key, 'death', death, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
                  FROM person WHERE death IS NOT NULL)
             ORDER BY person, kind <> '', day, kind
            """;

    private final Tables tables;
    private final Path folder;
    private int person = -1;
    private Stated.@Nullable Identity identity;
    private List<Stated.Event> events = new ArrayList<>();

    CountyReader(Tables tables, Path folder) {
        this.tables = tables;
        this.folder = folder;
    }

    /** The key under which the register knows a person of the synthetic county. */
    static Stated.Key key(int person) {
        return new Stated.Key(SOURCE, "2020/" + person);
    }

    @Override
    public void each(Consumer<Stated.Record> taker) {
        tables.forEach(ROWS.formatted(folder.toString().replace("'", "''")), List.of(), row -> take(row, taker));
        finish(taker);
    }

    private void take(Row row, Consumer<Stated.Record> taker) {
        if (row.getString("kind").isEmpty()) {
            finish(taker);
            person = row.getInt("person");
            identity = identity(row);
        } else {
            events.add(event(row));
        }
    }

    private void finish(Consumer<Stated.Record> taker) {
        if (identity != null) {
            taker.accept(new Stated.Record(key(person), Optional.of(identity), events));
        }
        events = new ArrayList<>();
        identity = null;
    }

    private static Stated.Identity identity(Row row) {
        return new Stated.Identity(
                row.getString("name"),
                row.findString("id_number").map(ResidentId::new),
                Optional.of(row.getDate("day")),
                row.findString("phone"),
                row.findString("account"),
                row.findString("address"));
    }

    private static Stated.Event event(Row row) {
        var kind = EventKind.ofCode(row.getString("kind"));
        LocalDate day = row.getDate("day");
        return new Stated.Event(
                kind, day, row.findLong("area").map(AreaCode::new), row.findString("value"), participants(row, kind));
    }

    private static List<Stated.Participant> participants(Row row, EventKind kind) {
        boolean adopted = kind == EventKind.ADOPTION;
        var others = new ArrayList<Stated.Participant>(2);
        row.findInt("mother")
                .ifPresent(key -> others.add(new Stated.Participant(
                        adopted ? ParticipantRole.ADOPTIVE_MOTHER : ParticipantRole.MOTHER, key(key))));
        row.findInt("father")
                .ifPresent(key -> others.add(new Stated.Participant(
                        adopted ? ParticipantRole.ADOPTIVE_FATHER : ParticipantRole.FATHER, key(key))));
        row.findInt("spouse").ifPresent(key -> others.add(new Stated.Participant(ParticipantRole.SPOUSE, key(key))));
        return others;
    }
}

package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.ReadLog;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junheng.register.AsOf;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.PersonFile;
import org.junheng.register.PersonNotFound;
import org.junheng.register.PersonSearch;
import org.junheng.register.PersonState;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcRegister implements Register {

    /** Of whose birth no record tells, the date of birth is the one stated with the name. */
    private static final String SUMMARIES = """
            SELECT p.id, i.name, i.id_no_cipher, p.sex, coalesce(p.born_on, i.born_on) AS born_on, p.died_on,
                   p.hukou_area, p.residence_area, p.provisional
              FROM register.person p
              JOIN register.identity i ON i.record_id = p.identity_record
             WHERE p.id = ANY (:persons)
            """;

    /** Phone and address change more often than a name: of each the one stated last, whoever stated it. */
    private static final String CONTACT = """
            SELECT (SELECT i.phone_cipher
                      FROM register.identity i
                     WHERE i.person_id = :person AND i.phone_cipher IS NOT NULL
                     ORDER BY i.record_id DESC
                     LIMIT 1) AS phone_cipher,
                   (SELECT i.address
                      FROM register.identity i
                     WHERE i.person_id = :person AND i.address IS NOT NULL
                     ORDER BY i.record_id DESC
                     LIMIT 1) AS address
            """;

    /** As person_fold chooses it, on what was known then; a correction learnt later had not happened yet. */
    private static final String FACE_AS_KNOWN = """
              SELECT i.name, i.id_no_cipher
                FROM register.identity i
                JOIN register.source_record r ON r.id = i.record_id
                JOIN register.source s        ON s.code = r.source
               WHERE i.person_id = :person AND r.received_at <= :knownAt
            ORDER BY (r.received_at < coalesce((SELECT max(e.recorded_at)
                                                  FROM register.person_link l
                                                  JOIN register.life_event e ON e.record_id = l.record_id
                                                 WHERE l.person_id = :person AND l.known_to = 'infinity'
                                                   AND e.kind = 'identity-correction' AND e.recorded_at <= :knownAt),
                                               '-infinity')),
                     s.precedence, r.received_at DESC, r.id DESC
               LIMIT 1
            """;

    /**
     * The person's own events, and those of others in which the person has a part: a marriage is told by one record.
     */
    private static final String EVENTS = """
              SELECT e.id, told.part, e.kind, e.occurred_on, e.area, e.value, r.source, e.recorded_at,
                     EXISTS (SELECT FROM register.life_event x
                              WHERE x.revokes = e.id AND x.recorded_at <= :knownAt) AS revoked
                FROM (SELECT e.id, NULL AS part
                        FROM register.person_link l
                        JOIN register.life_event e ON e.record_id = l.record_id
                       WHERE l.person_id = :person AND l.known_to = 'infinity'
                       UNION ALL
                      SELECT p.event_id, p.role
                        FROM register.person_link l
                        JOIN register.participant p ON p.record_id = l.record_id
                       WHERE l.person_id = :person AND l.known_to = 'infinity') told
                JOIN register.life_event e    ON e.id = told.id
                JOIN register.source_record r ON r.id = e.record_id
               WHERE e.kind <> 'revocation' AND e.recorded_at <= :knownAt
            ORDER BY e.occurred_on DESC, e.id DESC
            """;

    private final JdbcClient app;
    private final TransactionTemplate work;
    private final Vault vault;
    private final ReadLog readLog;
    private final StateReader states;

    JdbcRegister(JdbcClient app, TransactionTemplate work, Vault vault, ReadLog readLog) {
        this.app = app;
        this.work = work;
        this.vault = vault;
        this.readLog = readLog;
        this.states = new StateReader(app);
    }

    @Override
    public Found search(PersonSearch search) {
        return work.execute(status -> {
            var found = PersonSearchSql.of(search, vault).stream()
                    .map(this::find)
                    .filter(page -> page.total() > 0)
                    .findFirst()
                    .orElse(new Found(List.of(), 0));
            readLog.searched(found.persons().size());
            return found;
        });
    }

    private Found find(PersonSearchSql sql) {
        var rows = app.sql(sql.statement())
                .params(sql.parameters())
                .query((row, number) -> new Counted(summary(row, number), row.getInt("total")))
                .list();
        return new Found(
                rows.stream().map(Counted::person).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    private record Counted(PersonSummary person, int total) {}

    @Override
    public List<ReadLog.Reading> listReaders(UUID person, int limit) {
        return work.execute(status -> readLog.listOf(person, limit));
    }

    @Override
    public PersonFile open(UUID person, AsOf asOf) {
        return work.execute(status -> {
            var summary = listFaces(List.of(person)).stream().findFirst().orElseThrow(() -> new PersonNotFound(person));
            readLog.opened(person, "open");
            var state = states.read(List.of(person), asOf).stream()
                    .findFirst()
                    .orElseGet(() -> states.readNoticed(person, summary.sex(), asOf));
            var contact = app.sql(CONTACT)
                    .param("person", person)
                    .query(this::contact)
                    .single();
            return new PersonFile(
                    asKnown(summary, state, asOf),
                    contact.maskedPhone(),
                    contact.address(),
                    state,
                    family(state),
                    events(person, asOf),
                    asOf);
        });
    }

    /** Name, number, sex and dates as they were known; the places of a face are today's. */
    private PersonSummary asKnown(PersonSummary today, PersonState state, AsOf asOf) {
        var face = app.sql(FACE_AS_KNOWN)
                .param("person", today.id())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(this::face)
                .optional()
                .orElse(new Face(today.name(), today.maskedIdNumber()));
        return new PersonSummary(
                today.id(),
                face.name(),
                face.maskedIdNumber(),
                state.sex(),
                state.born().map(PersonState.Dated::on).or(today::bornOn),
                state.died().map(PersonState.Dated::on),
                today.hukou(),
                today.residence(),
                today.provisional());
    }

    @Override
    public List<PersonSummary> listSummaries(Collection<UUID> persons) {
        return work.execute(status -> listFaces(persons));
    }

    @Override
    public List<PersonState> listStates(Collection<UUID> persons, AsOf asOf) {
        return work.execute(status -> states.read(persons, asOf));
    }

    private List<PersonSummary> listFaces(Collection<UUID> persons) {
        return app.sql(SUMMARIES)
                .param("persons", persons.toArray(UUID[]::new))
                .query(this::summary)
                .list();
    }

    private List<PersonFile.TimelineEntry> events(UUID person, AsOf asOf) {
        return app.sql(EVENTS)
                .param("person", person)
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(JdbcRegister::event)
                .list();
    }

    private List<PersonFile.Relative> family(PersonState state) {
        var ids = new HashSet<UUID>(state.children());
        state.spouse().ifPresent(ids::add);
        state.parents().forEach(parent -> ids.add(parent.id()));
        var faces = listFaces(ids).stream().collect(Collectors.toMap(PersonSummary::id, face -> face));
        var family = new ArrayList<PersonFile.Relative>();
        state.spouse().ifPresent(id -> family.add(relative(PersonFile.Relation.SPOUSE, id, faces.get(id))));
        for (var parent : state.parents()) {
            family.add(relative(relation(parent.role()), parent.id(), faces.get(parent.id())));
        }
        state.children().forEach(id -> family.add(relative(PersonFile.Relation.CHILD, id, faces.get(id))));
        return family;
    }

    private static PersonFile.Relation relation(ParticipantRole role) {
        return switch (role) {
            case MOTHER, ADOPTIVE_MOTHER -> PersonFile.Relation.MOTHER;
            case FATHER, ADOPTIVE_FATHER -> PersonFile.Relation.FATHER;
            case SPOUSE -> PersonFile.Relation.SPOUSE;
        };
    }

    private static PersonFile.Relative relative(
            PersonFile.Relation relation, UUID id, @org.jspecify.annotations.Nullable PersonSummary face) {
        return new PersonFile.Relative(relation, id, Optional.ofNullable(face));
    }

    private PersonSummary summary(ResultSet row, int number) throws SQLException {
        var idNumber = Optional.ofNullable(row.getBytes("id_no_cipher"))
                .map(vault::unseal)
                .map(ResidentId::of);
        return new PersonSummary(
                row.getObject("id", UUID.class),
                row.getString("name"),
                idNumber.map(ResidentId::toString),
                sex(row.getString("sex"), idNumber),
                Optional.ofNullable(row.getObject("born_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("died_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("hukou_area", Long.class)).map(AreaCode::new),
                Optional.ofNullable(row.getObject("residence_area", Long.class)).map(AreaCode::new),
                row.getBoolean("provisional"));
    }

    private Face face(ResultSet row, int number) throws SQLException {
        return new Face(
                row.getString("name"),
                Optional.ofNullable(row.getBytes("id_no_cipher")).map(this::maskedIdNumber));
    }

    /** Of whose birth no record tells, the ID number says. */
    private static Sex sex(String code, Optional<ResidentId> idNumber) {
        var known = Sex.CODES.get(code);
        return known == Sex.UNKNOWN ? idNumber.map(ResidentId::sex).orElse(known) : known;
    }

    private String maskedIdNumber(byte[] sealed) {
        return ResidentId.of(vault.unseal(sealed)).toString();
    }

    private Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                Optional.ofNullable(row.getBytes("phone_cipher"))
                        .map(vault::unseal)
                        .map(Masked::lastFour),
                Optional.ofNullable(row.getString("address")));
    }

    private static PersonFile.TimelineEntry event(ResultSet row, int number) throws SQLException {
        return new PersonFile.TimelineEntry(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("part")).map(ParticipantRole::ofCode),
                EventKind.ofCode(row.getString("kind")),
                row.getObject("occurred_on", LocalDate.class),
                Optional.ofNullable(row.getObject("area", Long.class)).map(AreaCode::new),
                Optional.ofNullable(row.getString("value")),
                row.getString("source"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getBoolean("revoked"));
    }

    private record Contact(Optional<String> maskedPhone, Optional<String> address) {}

    private record Face(String name, Optional<String> maskedIdNumber) {}
}

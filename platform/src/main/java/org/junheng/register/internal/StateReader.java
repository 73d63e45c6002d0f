package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;
import org.junheng.register.AsOf;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.PersonState;
import org.junheng.register.RegisterForJobs.Part;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the states of any number of persons in at most five queries. */
final class StateReader {

    private final JdbcClient jdbc;

    StateReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonState> read(Collection<UUID> persons, AsOf asOf) {
        return read(persons, asOf, EnumSet.allOf(Part.class));
    }

    /** One query for birth and death, and one for each further part. */
    List<PersonState> read(Collection<UUID> persons, AsOf asOf, Set<Part> parts) {
        var drafts = new HashMap<UUID, Draft>();
        var ids = persons.toArray(UUID[]::new);
        each(StateSql.VITAL, ids, asOf, row -> drafts.put(id(row, "person_id"), Draft.of(row, asOf.on())));
        for (var part : parts) {
            read(part, ids, asOf, drafts);
        }
        return drafts.entrySet().stream()
                .map(entry -> entry.getValue().state(entry.getKey()))
                .toList();
    }

    /** The state of somebody known from a notice only, of whose birth no record tells: a family, and perhaps places. */
    PersonState readNoticed(UUID person, Sex sex, AsOf asOf) {
        var draft = new Draft(sex, Optional.empty(), Optional.empty());
        for (var part : Part.values()) {
            read(part, new UUID[] {person}, asOf, Map.of(person, draft));
        }
        return draft.state(person);
    }

    private void read(Part part, UUID[] ids, AsOf asOf, Map<UUID, Draft> drafts) {
        switch (part) {
            case STANDINGS ->
                each(
                        StateSql.STANDINGS,
                        ids,
                        asOf,
                        row -> add(drafts, row, "person_id", draft -> draft.standings.add(standing(row))));
            case PARENTS ->
                each(
                        StateSql.PARENTS,
                        ids,
                        asOf,
                        row -> add(drafts, row, "child_id", draft -> draft.parents.add(parent(row))));
            case CHILDREN ->
                each(
                        StateSql.CHILDREN,
                        ids,
                        asOf,
                        row -> add(drafts, row, "parent_id", draft -> draft.children.add(id(row, "child_id"))));
            case SPOUSE ->
                each(
                        StateSql.SPOUSES,
                        ids,
                        asOf,
                        row -> add(drafts, row, "person_id", draft -> draft.spouse = id(row, "spouse_id")));
        }
    }

    private void each(String statement, UUID[] persons, AsOf asOf, RowCallbackHandler rows) {
        jdbc.sql(statement)
                .param("persons", persons)
                .param("on", asOf.on())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(rows);
    }

    private static void add(Map<UUID, Draft> drafts, ResultSet row, String column, RowUse use) throws SQLException {
        var draft = drafts.get(id(row, column));
        if (draft != null) {
            use.accept(draft);
        }
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static PersonState.Standing standing(ResultSet row) throws SQLException {
        return new PersonState.Standing(
                EventKind.ofCode(row.getString("attribute")),
                Optional.ofNullable(row.getObject("area", Long.class)).map(AreaCode::new),
                Optional.ofNullable(row.getString("value")),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                evidence(row, "source", "recorded_at"));
    }

    private static PersonState.Parent parent(ResultSet row) throws SQLException {
        var role = switch (row.getString("role")) {
            case "mother" -> ParticipantRole.MOTHER;
            case "father" -> ParticipantRole.FATHER;
            case "adoptive-mother" -> ParticipantRole.ADOPTIVE_MOTHER;
            default -> ParticipantRole.ADOPTIVE_FATHER;
        };
        return new PersonState.Parent(
                id(row, "parent_id"),
                role,
                row.getObject("valid_from", LocalDate.class),
                evidence(row, "source", "recorded_at"));
    }

    private static PersonState.Evidence evidence(ResultSet row, String source, String recorded) throws SQLException {
        return new PersonState.Evidence(
                row.getString(source), row.getTimestamp(recorded).toInstant());
    }

    private interface RowUse {
        void accept(Draft draft) throws SQLException;
    }

    private static final class Draft {

        private final Sex sex;
        private final Optional<PersonState.Dated> born;
        private final Optional<PersonState.Dated> died;
        private final List<PersonState.Standing> standings = new ArrayList<>();
        private final List<PersonState.Parent> parents = new ArrayList<>();
        private final List<UUID> children = new ArrayList<>();
        private @Nullable UUID spouse;

        private Draft(Sex sex, Optional<PersonState.Dated> born, Optional<PersonState.Dated> died) {
            this.sex = sex;
            this.born = born;
            this.died = died;
        }

        /** A death after the day asked about has not happened yet. */
        static Draft of(ResultSet row, LocalDate on) throws SQLException {
            var diedOn = row.getObject("died_on", LocalDate.class);
            return new Draft(
                    Sex.CODES.get(row.getString("sex")),
                    Optional.of(new PersonState.Dated(
                            row.getObject("born_on", LocalDate.class),
                            evidence(row, "birth_source", "birth_recorded"),
                            List.of((String[]) row.getArray("birth_stated_by").getArray()))),
                    diedOn == null || diedOn.isAfter(on)
                            ? Optional.empty()
                            : Optional.of(new PersonState.Dated(
                                    diedOn,
                                    evidence(row, "death_source", "death_recorded"),
                                    List.of(row.getString("death_source")))));
        }

        PersonState state(UUID id) {
            return new PersonState(id, sex, born, died, standings, parents, children, Optional.ofNullable(spouse));
        }
    }
}

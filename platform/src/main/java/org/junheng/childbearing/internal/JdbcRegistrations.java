package org.junheng.childbearing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.register.PersonSummary;
import org.junheng.register.Sealing;
import org.junheng.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcRegistrations {

    private static final String COLUMNS = "id, number, woman_id, kind, due_on, area, birth_order, declared_at, state";

    /** The same form sent again finds the registration it made. */
    private static final String ADD = """
            WITH added AS (
                INSERT INTO childbearing.registration (number, form, woman_id, partner_id, kind, due_on, area, basis, birth_order,
                                                       channel, declaration_version, declared_by)
                VALUES ('SY' || :county || :year || lpad(nextval('childbearing.registration_serial')::text, 6, '0'),
                        :form, :woman, :partner, :kind, :dueOn, :area, :basis, :birthOrder, :channel, :version, access.subject())
                    ON CONFLICT (form) DO NOTHING
                RETURNING %1$s)
            SELECT %1$s, true AS new FROM added
             UNION ALL
            SELECT %1$s, false FROM childbearing.registration WHERE form = :form
            """.formatted(COLUMNS);

    private static final String ADD_VALUE = """
            INSERT INTO childbearing.declared_value (registration, field, value, source, corrected)
            VALUES (:registration, :field, :value, :source, false)
            """;

    private static final String OF_PERSON = """
              SELECT %s
                FROM childbearing.registration
               WHERE woman_id = :person OR partner_id = :person
            ORDER BY declared_at DESC
            """.formatted(COLUMNS);

    private static final String FIND = """
            SELECT %s FROM childbearing.registration WHERE id = :id
            """.formatted(COLUMNS);

    private static final String PAGE = """
              SELECT %s
                FROM childbearing.registration
               WHERE area <@ access.person_areas() AND (:number = '' OR number = :number)
            ORDER BY %%s
               LIMIT :limit OFFSET :offset
            """.formatted(COLUMNS);

    private static final String COUNT = """
            SELECT count(*)
              FROM childbearing.registration
             WHERE area <@ access.person_areas() AND (:number = '' OR number = :number)
            """;

    private static final Map<String, String> ORDERS =
            Map.of("number", "number", "kind", "kind", "due", "due_on", "area", "area", "declared", "declared_at");

    private static final String CANCEL = """
            UPDATE childbearing.registration SET state = 'cancelled', cancelled_at = now()
             WHERE id = :id AND state = 'registered'
            """;

    private final JdbcClient app;
    private final TransactionTemplate work;
    private final Sealing sealing;

    JdbcRegistrations(JdbcClient app, TransactionTemplate work, Sealing sealing) {
        this.app = app;
        this.work = work;
        this.sealing = sealing;
    }

    Registration add(Declaration declaration, Prefilled prefilled, String channel, LocalDate today) {
        return work.execute(status -> {
            var added = app.sql(ADD)
                    .params(parameters(declaration, prefilled, channel, today))
                    .query((row, number) -> new Added(registration(row), row.getBoolean("new")))
                    .single();
            if (added.isNew()) {
                addValues(added.registration().id(), declaration, prefilled);
            }
            return added.registration();
        });
    }

    private record Added(Registration registration, boolean isNew) {}

    private static Map<String, @Nullable Object> parameters(
            Declaration declaration, Prefilled prefilled, String channel, LocalDate today) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("county", declaration.area().county().shortText());
        values.put("year", Integer.toString(today.getYear()));
        values.put("form", declaration.form());
        values.put("woman", declaration.woman());
        values.put("partner", prefilled.partner().map(p -> p.value().id()).orElse(null));
        values.put("kind", declaration.dueOn().isAfter(today) ? "before-birth" : "after-birth");
        values.put("dueOn", declaration.dueOn());
        values.put("area", declaration.area().value());
        values.put("basis", declaration.basis());
        values.put("birthOrder", prefilled.birthOrder());
        values.put("channel", channel);
        values.put("version", declaration.version());
        return values;
    }

    /**
     * Keeps what the form showed, each value with its source; a partner the register does not know is the family's
     * word.
     */
    private void addValues(UUID registration, Declaration declaration, Prefilled prefilled) {
        var woman = prefilled.woman();
        addValue(registration, "woman", shown(woman.value()), woman.evidence().source());
        prefilled
                .partner()
                .ifPresentOrElse(
                        partner -> addValue(
                                registration,
                                "partner",
                                shown(partner.value()),
                                partner.evidence().source()),
                        () -> declaration
                                .partnerName()
                                .ifPresent(name -> addValue(registration, "partner", name, "family")));
        addValue(registration, "children", Integer.toString(prefilled.children().size()), "register");
    }

    private void addValue(UUID registration, String field, String shown, String source) {
        app.sql(ADD_VALUE)
                .param("registration", registration)
                .param("field", field)
                .param("value", sealing.seal(shown))
                .param("source", source)
                .update();
    }

    private static String shown(PersonSummary person) {
        return person.name() + " " + person.maskedIdNumber().orElse("");
    }

    List<Registration> listOf(UUID person) {
        return work.execute(s -> app.sql(OF_PERSON)
                .param("person", person)
                .query(JdbcRegistrations::row)
                .list());
    }

    /** Registrations in the office's area, the latest first; all, or the one with a number. */
    List<Registration> list(String number, PageRequest page, int limit, long offset) {
        return work.execute(s -> app.sql(PAGE.formatted(page.sort().orderBy(ORDERS, "declared_at DESC, id")))
                .param("number", number)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcRegistrations::row)
                .list());
    }

    long count(String number) {
        return work.execute(
                s -> app.sql(COUNT).param("number", number).query(Long.class).single());
    }

    Optional<Registration> find(UUID id) {
        return work.execute(
                s -> app.sql(FIND).param("id", id).query(JdbcRegistrations::row).optional());
    }

    void cancel(UUID id) {
        work.executeWithoutResult(s -> app.sql(CANCEL).param("id", id).update());
    }

    private static Registration row(ResultSet row, int number) throws SQLException {
        return registration(row);
    }

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("woman_id", UUID.class),
                row.getString("kind"),
                row.getObject("due_on", LocalDate.class),
                new AreaCode(row.getLong("area")),
                row.getInt("birth_order"),
                row.getTimestamp("declared_at").toInstant(),
                row.getString("state"));
    }
}

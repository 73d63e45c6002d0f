package org.junheng.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.PersonGrants;
import org.junheng.database.Loader;
import org.junheng.intake.internal.BirthNotices.Taken;
import org.junheng.intake.internal.VerificationRequest.State;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcVerifications {

    private final JdbcClient app;
    private final TransactionTemplate reading;
    private final JdbcClient loader;
    private final TransactionTemplate loading;
    private final PersonGrants grants;
    private final VerificationTasks tasks;

    JdbcVerifications(
            JdbcClient app,
            TransactionTemplate reading,
            @Loader JdbcClient loader,
            @Loader TransactionTemplate loading,
            PersonGrants grants,
            VerificationTasks tasks) {
        this.app = app;
        this.reading = reading;
        this.loader = loader;
        this.loading = loading;
        this.grants = grants;
        this.tasks = tasks;
    }

    /**
     * A provisional mother has no places yet, so nobody would see her or the child: both are lent to the county that
     * took the notice in, and to the county whose prefix her ID number bears, which is asked to verify her.
     */
    List<VerificationRequest> askAbout(List<Taken> taken, AreaCode askedBy, LocalDate today) {
        var requests = new ArrayList<VerificationRequest>();
        for (var item : taken) {
            if (item.motherUnknown()) {
                var asked = AreaCode.ofCounty(item.notice().mother().idNumber().areaPrefix());
                lend(item, List.of(askedBy, asked), today);
                requests.add(ask(item, asked, askedBy, today));
            }
        }
        return requests;
    }

    private void lend(Taken item, List<AreaCode> counties, LocalDate today) {
        var until = today.plusYears(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8));
        var notice = "birth-notice:" + item.notice().number();
        for (var county : counties) {
            grants.lend(item.mother().person(), county, notice, until);
            grants.lend(item.child(), county, notice, until);
        }
    }

    private VerificationRequest ask(Taken item, AreaCode asked, AreaCode askedBy, LocalDate today) {
        boolean conflict = item.mother().outcome() == Arrivals.Outcome.CONFLICT;
        return loader.sql(VerificationSql.ASK)
                .param("person", item.mother().person())
                .param("asked", asked.value())
                .param("asking", askedBy.value())
                .param("reason", conflict ? "identity-conflict" : "mother-unknown")
                .param("due", tasks.dueAfter(today))
                .query(JdbcVerifications::request)
                .single();
    }

    Page<VerificationRequest> list(PageRequest request) {
        return reading.execute(status -> new Page<>(
                app.sql(VerificationSql.LIST)
                        .param("limit", request.limit())
                        .param("offset", request.offset())
                        .query(JdbcVerifications::request)
                        .list(),
                request,
                app.sql(VerificationSql.COUNT).query(Long.class).single()));
    }

    Optional<VerificationRequest> find(UUID id) {
        return reading.execute(status -> app.sql(VerificationSql.FIND)
                .param("id", id)
                .query(JdbcVerifications::request)
                .optional());
    }

    /** Whether the answer was written: not if somebody was quicker. */
    boolean answer(UUID id, State from, State to, String note) {
        return loading.execute(status -> loader.sql(VerificationSql.ANSWER)
                        .param("id", id)
                        .param("from", code(from))
                        .param("state", code(to))
                        .param("note", note)
                        .update()
                == 1);
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static VerificationRequest request(ResultSet row, int number) throws SQLException {
        return new VerificationRequest(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                new AreaCode(row.getLong("asked_area")),
                new AreaCode(row.getLong("asking_area")),
                row.getString("reason"),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                reply(row));
    }

    private static Optional<VerificationRequest.Reply> reply(ResultSet row) throws SQLException {
        var at = row.getTimestamp("answered_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new VerificationRequest.Reply(
                        row.getString("note"), row.getString("answered_by"), at.toInstant()));
    }
}

package org.junheng.worklist.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.web.PageRequest;
import org.junheng.worklist.NewTask;
import org.junheng.worklist.Task;
import org.junheng.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcWorklist implements Worklist {

    private static final String OPEN = """
            SELECT worklist.open_task(:ref, :kind, :role, :area, :subject, :link, :dueOn)
            """;

    private static final String CLOSE = "SELECT worklist.close_task(:ref)";

    private static final String MINE = """
              SELECT id, kind, area, subject_id, link, due_on, opened_at
                FROM worklist.task
               WHERE done_at IS NULL
            ORDER BY due_on, opened_at, id
               LIMIT :limit OFFSET :offset
            """;

    private static final String COUNT = """
            SELECT count(*)
              FROM worklist.task
             WHERE done_at IS NULL
            """;

    private static final String PAGE = """
              SELECT id, kind, area, subject_id, link, due_on, opened_at
                FROM worklist.task
               WHERE done_at IS NULL AND (:kind = '' OR kind = :kind)
            ORDER BY %s
               LIMIT :limit OFFSET :offset
            """;

    private static final Map<String, String> ORDERS =
            Map.of("kind", "kind", "area", "area", "due", "due_on", "opened", "opened_at");

    private static final String KINDS = """
              SELECT kind, count(*) AS tasks
                FROM worklist.task
               WHERE done_at IS NULL
            GROUP BY kind
            ORDER BY kind
            """;

    private final JdbcClient app;
    private final TransactionTemplate work;

    JdbcWorklist(JdbcClient app, TransactionTemplate work) {
        this.app = app;
        this.work = work;
    }

    @Override
    public void add(NewTask task) {
        work.executeWithoutResult(status -> app.sql(OPEN)
                .param("ref", task.ref())
                .param("kind", task.kind())
                .param("role", task.office().role().name())
                .param("area", task.office().area().value())
                .param("subject", task.subject().orElse(null), Types.OTHER)
                .param("link", task.link())
                .param("dueOn", task.dueOn())
                .query((row, number) -> number)
                .list());
    }

    @Override
    public void close(String ref) {
        work.executeWithoutResult(status ->
                app.sql(CLOSE).param("ref", ref).query((row, number) -> number).list());
    }

    @Override
    public List<Task> listMine(int limit, long offset) {
        return work.execute(status -> app.sql(MINE)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcWorklist::task)
                .list());
    }

    @Override
    public long countMine() {
        return work.execute(status -> app.sql(COUNT).query(Long.class).single());
    }

    @Override
    public Optional<Task> findNext() {
        return listMine(1, 0).stream().findFirst();
    }

    /** A page of my tasks of a kind, or of all; those due first in front. */
    List<Task> list(String kind, PageRequest page, int limit, long offset) {
        return work.execute(status -> app.sql(PAGE.formatted(page.sort().orderBy(ORDERS, "due_on, opened_at, id")))
                .param("kind", kind)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcWorklist::task)
                .list());
    }

    /** How many of my tasks are open, by kind. */
    SequencedMap<String, Long> countByKind() {
        return work.execute(status -> {
            var kinds = new LinkedHashMap<String, Long>();
            app.sql(KINDS).query(row -> {
                kinds.put(row.getString("kind"), row.getLong("tasks"));
            });
            return kinds;
        });
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new AreaCode(row.getLong("area")),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)),
                row.getString("link"),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("opened_at").toInstant());
    }
}

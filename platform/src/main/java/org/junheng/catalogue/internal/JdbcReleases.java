package org.junheng.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Fault;
import org.junheng.policy.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases of schemes as they are stored. */
@Repository
class JdbcReleases {

    private static final String RELEASED_FILES = """
            SELECT DISTINCT ON (r.scheme, f.path) r.scheme, f.path, f.content
              FROM catalogue.release r JOIN catalogue.release_file f ON f.release_id = r.id
             WHERE r.state = 'released'
             ORDER BY r.scheme, f.path, r.decided_at DESC, r.id DESC
            """;

    private static final String FILES = """
            SELECT r.scheme, f.path, f.content
              FROM catalogue.release r JOIN catalogue.release_file f ON f.release_id = r.id
             WHERE r.id = :id
             ORDER BY f.path
            """;

    private static final String LIST = """
            SELECT id, scheme, state, sha256, faults, uploaded_by, uploaded_at, decided_by, decided_at
              FROM catalogue.release
             ORDER BY id DESC
             LIMIT 100
            """;

    private static final String BY_ID = """
            SELECT id, scheme, state, sha256, faults, uploaded_by, uploaded_at, decided_by, decided_at
              FROM catalogue.release
             WHERE id = :id
               FOR UPDATE
            """;

    private static final String FAULTS = """
            SELECT file, line, col, what_zh, what_en, advice_zh, advice_en
              FROM catalogue.release_fault
             WHERE release_id = :id
             ORDER BY place
            """;

    private static final String INSERT = """
            INSERT INTO catalogue.release (scheme, sha256, faults, uploaded_by, uploaded_at)
            VALUES (:scheme, :sha256, :faults, :by, :at)
            RETURNING id
            """;

    private static final String INSERT_FILE = """
            INSERT INTO catalogue.release_file (release_id, path, content) VALUES (:id, :path, :content)
            """;

    private static final String INSERT_FAULT = """
            INSERT INTO catalogue.release_fault (release_id, place, file, line, col, what_zh, what_en, advice_zh, advice_en)
            VALUES (:id, :place, :file, :line, :col, :whatZh, :whatEn, :adviceZh, :adviceEn)
            """;

    private static final String DECIDE = """
            UPDATE catalogue.release SET state = :state, decided_by = :by, decided_at = :at
             WHERE id = :id AND state = 'uploaded'
            """;

    private final JdbcClient app;

    JdbcReleases(JdbcClient app) {
        this.app = app;
    }

    /** A file in the folder of a scheme. */
    record SchemeFile(String scheme, String path, String content) {}

    /** A release; {@code decided} is empty while nobody released or discarded it. */
    record Release(
            UUID id, String scheme, String state, String sha256, int faults, Hand uploaded, Optional<Hand> decided) {}

    /** Who did something, and when. */
    record Hand(String by, Instant at) {}

    /** The newest released file of each path. */
    List<SchemeFile> listReleasedFiles() {
        return app.sql(RELEASED_FILES).query(JdbcReleases::file).list();
    }

    List<SchemeFile> listFiles(UUID release) {
        return app.sql(FILES).param("id", release).query(JdbcReleases::file).list();
    }

    List<Release> list() {
        return app.sql(LIST).query(JdbcReleases::release).list();
    }

    /** Locks it: two persons cannot decide at once. */
    Optional<Release> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(JdbcReleases::release).optional();
    }

    List<Fault> listFaults(UUID release) {
        return app.sql(FAULTS)
                .param("id", release)
                .query((row, number) -> new Fault(
                        row.getString("file"),
                        row.getInt("line"),
                        row.getInt("col"),
                        new Text(row.getString("what_zh"), row.getString("what_en")),
                        new Text(row.getString("advice_zh"), row.getString("advice_en"))))
                .list();
    }

    UUID add(String sha256, List<SchemeFile> files, List<Fault> faults, Hand hand) {
        var id = app.sql(INSERT)
                .param("scheme", files.getFirst().scheme())
                .param("sha256", sha256)
                .param("faults", faults.size())
                .param("by", hand.by())
                .param("at", Timestamp.from(hand.at()))
                .query(UUID.class)
                .single();
        files.forEach(file -> app.sql(INSERT_FILE)
                .param("id", id)
                .param("path", file.path())
                .param("content", file.content())
                .update());
        for (int place = 0; place < faults.size(); place++) {
            add(id, place, faults.get(place));
        }
        return id;
    }

    private void add(UUID release, int place, Fault fault) {
        app.sql(INSERT_FAULT)
                .param("id", release)
                .param("place", place)
                .param("file", fault.file())
                .param("line", fault.line())
                .param("col", fault.column())
                .param("whatZh", fault.what().zh())
                .param("whatEn", fault.what().en())
                .param("adviceZh", fault.advice().zh())
                .param("adviceEn", fault.advice().en())
                .update();
    }

    void decide(UUID release, String state, Hand hand) {
        app.sql(DECIDE)
                .param("id", release)
                .param("state", state)
                .param("by", hand.by())
                .param("at", Timestamp.from(hand.at()))
                .update();
    }

    private static SchemeFile file(ResultSet row, int number) throws SQLException {
        return new SchemeFile(row.getString("scheme"), row.getString("path"), row.getString("content"));
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        @Nullable String decidedBy = row.getString("decided_by");
        return new Release(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getString("state"),
                row.getString("sha256"),
                row.getInt("faults"),
                new Hand(
                        row.getString("uploaded_by"),
                        row.getTimestamp("uploaded_at").toInstant()),
                decidedBy == null
                        ? Optional.empty()
                        : Optional.of(new Hand(
                                decidedBy, row.getTimestamp("decided_at").toInstant())));
    }
}

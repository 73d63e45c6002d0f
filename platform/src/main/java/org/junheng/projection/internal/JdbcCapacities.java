package org.junheng.projection.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What areas have of what is needed. */
@Repository
class JdbcCapacities {

    private static final String OF_PLACE = """
            SELECT DISTINCT ON (series) series, units, source, made_at
              FROM projection.capacity
             WHERE place = :place
             ORDER BY series, id DESC
            """;

    private static final String INSERT = """
            INSERT INTO projection.capacity (place, guard, series, units, source, made_by, made_at)
            VALUES (:place, :guard, :series, :units, :source, access.subject(), :at)
            """;

    private final JdbcClient app;

    JdbcCapacities(JdbcClient app) {
        this.app = app;
    }

    /** So many units by a source. */
    record Capacity(String series, int units, String source, Instant at) {}

    /** The newest of each kind. */
    Map<String, Capacity> of(String place) {
        return app
                .sql(OF_PLACE)
                .param("place", place)
                .query((row, number) -> new Capacity(
                        row.getString("series"),
                        row.getInt("units"),
                        row.getString("source"),
                        row.getTimestamp("made_at").toInstant()))
                .stream()
                .collect(Collectors.toMap(Capacity::series, each -> each));
    }

    void add(JdbcProjections.Place place, Capacity capacity) {
        app.sql(INSERT)
                .param("place", place.id())
                .param("guard", place.guard().value())
                .param("series", capacity.series())
                .param("units", capacity.units())
                .param("source", capacity.source())
                .param("at", Timestamp.from(capacity.at()))
                .update();
    }
}

package org.junheng.projection.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What scenarios take areas to have of what is needed, instead of what the service resources say. */
@Repository
class JdbcCapacities {

    private static final String OF_PLACE = """
            SELECT DISTINCT ON (series) series, units, source
              FROM projection.capacity
             WHERE place = :place AND (scenario_id = :scenario OR scenario_id IS NULL)
             ORDER BY series, scenario_id IS NULL, id DESC
            """;

    private static final String INSERT = """
            INSERT INTO projection.capacity (place, guard, scenario_id, series, units, source, made_by, made_at)
            VALUES (:place, :guard, :scenario, :series, :units, :source, access.subject(), :at)
            """;

    private final JdbcClient app;

    JdbcCapacities(JdbcClient app) {
        this.app = app;
    }

    /**
     * So many units by a source.
     *
     * @param units how many; empty to go back to the service resources
     */
    record Entered(String series, Optional<Integer> units, String source) {}

    /** The newest of each kind that has not been taken back; the scenario's own before those for all. */
    Map<String, Entered> of(UUID scenario, String place) {
        return app
                .sql(OF_PLACE)
                .param("scenario", scenario)
                .param("place", place)
                .query((row, number) -> new Entered(
                        row.getString("series"),
                        Optional.ofNullable(row.getObject("units", Integer.class)),
                        row.getString("source")))
                .stream()
                .filter(entered -> entered.units().isPresent())
                .collect(Collectors.toMap(Entered::series, each -> each));
    }

    void add(UUID scenario, JdbcProjections.Place place, Entered entered, Instant at) {
        app.sql(INSERT)
                .param("place", place.id())
                .param("guard", place.guard().value())
                .param("scenario", scenario)
                .param("series", entered.series())
                .param("units", entered.units().orElse(null), Types.INTEGER)
                .param("source", entered.source())
                .param("at", Timestamp.from(at))
                .update();
    }
}

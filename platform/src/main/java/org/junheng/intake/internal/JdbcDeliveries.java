package org.junheng.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.database.Loader;
import org.junheng.intake.internal.BirthNotices.Parcel;
import org.junheng.intake.internal.BirthNotices.Taken;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Sealing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcDeliveries {

    private static final int BATCH = 1_000;

    private final JdbcClient app;
    private final TransactionTemplate reading;
    private final JdbcClient loader;
    private final JdbcTemplate batches;
    private final Sealing sealing;

    JdbcDeliveries(
            JdbcClient app,
            TransactionTemplate reading,
            @Loader JdbcClient loader,
            @Loader javax.sql.DataSource loaderSource,
            Sealing sealing) {
        this.app = app;
        this.reading = reading;
        this.loader = loader;
        this.batches = new JdbcTemplate(loaderSource);
        this.sealing = sealing;
    }

    void add(UUID id, Parcel parcel, AreaCode area, Delivery.Counts counts) {
        loader.sql(DeliverySql.ADD)
                .param("id", id)
                .param("channel", parcel.channel())
                .param("file", parcel.fileName().orElse(null))
                .param("sha256", parcel.sha256())
                .param("area", area.value())
                .param("rows", counts.rows())
                .param("applied", counts.applied())
                .param("repeated", counts.repeated())
                .param("provisional", counts.provisional())
                .param("rejected", counts.rejected())
                .update();
    }

    void addFindings(UUID id, List<Finding> findings) {
        batches.batchUpdate(DeliverySql.ADD_FINDING, findings, BATCH, (statement, finding) -> {
            statement.setObject(1, id);
            statement.setInt(2, finding.row());
            statement.setString(3, finding.column().name());
            statement.setString(4, finding.fault() ? "fault" : "warning");
            statement.setString(5, finding.expectation().name());
            statement.setBytes(6, sealing.seal(finding.value()));
        });
    }

    void addRejected(UUID id, List<NoticeRow> rows) {
        batches.batchUpdate(DeliverySql.ADD_REJECTED, rows, BATCH, (statement, row) -> {
            statement.setObject(1, id);
            statement.setInt(2, row.number());
            statement.setBytes(3, sealing.seal(written(row)));
        });
    }

    void addNotices(UUID id, List<Taken> taken) {
        batches.batchUpdate(DeliverySql.ADD_NOTICE, taken, BATCH, (statement, item) -> {
            var notice = item.notice();
            statement.setString(1, notice.number());
            statement.setObject(2, id);
            statement.setInt(3, item.row());
            statement.setObject(4, item.child());
            statement.setObject(5, item.mother().person());
            statement.setString(6, item.mother().outcome().name());
            statement.setObject(7, notice.bornOn());
            statement.setString(8, notice.institution().name());
            statement.setLong(9, notice.institution().area().value());
            statement.setObject(10, notice.clinical().parity().orElse(null));
            statement.setObject(11, notice.clinical().plurality().orElse(null));
            statement.setObject(12, notice.clinical().gestationWeeks().orElse(null));
            statement.setObject(13, notice.clinical().weightGrams().orElse(null));
        });
    }

    void markCorrected(UUID delivery, int row, UUID correction) {
        int marked = loader.sql(DeliverySql.MARK_CORRECTED)
                .param("delivery", delivery)
                .param("row", row)
                .param("correction", correction)
                .update();
        if (marked != 1) {
            throw new IllegalStateException("Row %d of delivery %s was corrected before.".formatted(row, delivery));
        }
    }

    List<Delivery> list(int limit) {
        return reading.execute(s -> app.sql(DeliverySql.LIST)
                .param("limit", limit)
                .query(JdbcDeliveries::delivery)
                .list());
    }

    Optional<Delivery.Report> find(UUID id) {
        return reading.execute(s -> app.sql(DeliverySql.FIND)
                .param("id", id)
                .query(JdbcDeliveries::delivery)
                .optional()
                .map(delivery -> new Delivery.Report(delivery, findings(id), openRows(id))));
    }

    private List<Finding> findings(UUID id) {
        return app.sql(DeliverySql.FINDINGS)
                .param("id", id)
                .query((row, number) -> new Finding(
                        row.getInt("row_number"),
                        NoticeColumn.valueOf(row.getString("field")),
                        sealing.unseal(row.getBytes("value")),
                        Finding.Expectation.valueOf(row.getString("expectation"))))
                .list();
    }

    private List<NoticeRow> openRows(UUID id) {
        return app.sql(DeliverySql.OPEN_ROWS)
                .param("id", id)
                .query((row, number) -> read(row.getInt("row_number"), sealing.unseal(row.getBytes("content"))))
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                Optional.ofNullable(row.getString("file_name")),
                row.getString("subject"),
                row.getTimestamp("received_at").toInstant(),
                new Delivery.Counts(
                        row.getInt("rows"),
                        row.getInt("applied"),
                        row.getInt("repeated"),
                        row.getInt("provisional"),
                        row.getInt("rejected")));
    }

    /**
     * One line for each column, name and value apart by a tab; values hold no line breaks once stripped to one line.
     */
    private static String written(NoticeRow row) {
        return row.values().entrySet().stream()
                .map(entry -> entry.getKey().name() + "\t" + entry.getValue().replaceAll("\\s", " "))
                .collect(Collectors.joining("\n"));
    }

    private static NoticeRow read(int number, String text) {
        var values = new EnumMap<NoticeColumn, String>(NoticeColumn.class);
        Arrays.stream(text.split("\n", -1))
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(NoticeColumn.valueOf(parts[0]), parts[1]));
        return new NoticeRow(number, values);
    }
}

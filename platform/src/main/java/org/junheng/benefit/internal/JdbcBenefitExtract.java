package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.benefit.BenefitExtract;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcBenefitExtract implements BenefitExtract {

    private static final Actor EXTRACTING = Actor.service("snapshot", Purpose.STATISTICS);
    private static final int FETCHED = 10_000;

    private static final String GRANTED = """
            SELECT unit_id, scheme, area, min(filed_on) AS filed_on
              FROM benefit.claim
             WHERE state = 'granted' AND area >= :from AND area < :to
             GROUP BY unit_id, scheme, area
             ORDER BY hashtextextended(unit_id::text, :salt)
            """;

    private final JdbcClient loader;
    private final TransactionTemplate work;

    JdbcBenefitExtract(@Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.loader = loader;
        this.work = work;
    }

    @Override
    public void eachGranted(AreaCode area, Consumer<Granted> taker) {
        Actors.run(
                EXTRACTING,
                () -> work.executeWithoutResult(status -> {
                    try (var rows = loader
                            .sql(GRANTED)
                            .withFetchSize(FETCHED)
                            .param("from", area.from())
                            .param("to", area.to())
                            .param("salt", System.nanoTime())
                            .query((row, number) -> new Granted(
                                    row.getObject("unit_id", UUID.class),
                                    row.getString("scheme"),
                                    new AreaCode(row.getLong("area")).county(),
                                    row.getObject("filed_on", LocalDate.class)))
                            .stream()) {
                        rows.forEach(taker);
                    }
                }));
    }
}

package org.junheng.register.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junheng.database.Loader;
import org.junheng.register.Arrivals;
import org.junheng.register.Stated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcArrivals implements Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcArrivals.class);

    private final JdbcClient loader;
    private final TransactionTemplate work;
    private final javax.sql.DataSource source;
    private final Vault vault;
    private final Opening opening;

    JdbcArrivals(
            @Loader JdbcClient loader,
            @Loader TransactionTemplate work,
            @Loader javax.sql.DataSource source,
            Vault vault,
            Opening opening) {
        this.loader = loader;
        this.work = work;
        this.source = source;
        this.vault = vault;
        this.opening = opening;
    }

    @Override
    public List<Arrival> take(Stream<Stated.Record> records) {
        return work.execute(status -> {
            var batch = UUID.randomUUID();
            stage(batch, records::forEach);
            loader.sql(ArrivalSql.RECOGNISE_REPEATED).param("batch", batch).update();
            loader.sql(ArrivalSql.LINK_BY_ID_NUMBER).param("batch", batch).update();
            loader.sql(ArrivalSql.ONE_PERSON_PER_ID_NUMBER)
                    .param("batch", batch)
                    .update();
            apply(batch);
            var arrivals = arrivals(batch);
            refold(arrivals);
            clear(batch);
            return arrivals;
        });
    }

    @Override
    public Opened open(Delivery delivery, Watcher watcher) {
        return opening.load(delivery, watcher);
    }

    @Override
    public Optional<UUID> findPerson(Stated.Key key) {
        return work.execute(status -> loader.sql(ArrivalSql.PERSON_OF_RECORD)
                .param("source", key.source())
                .param("key", key.key())
                .query(UUID.class)
                .optional());
    }

    private long stage(UUID batch, Delivery delivery) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            return new Staging(connection, vault, batch).copy(delivery);
        } catch (SQLException e) {
            throw new TransientDataAccessResourceException("The batch could not be staged.", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void apply(UUID batch) {
        ArrivalSql.APPLY.forEach((name, statement) -> {
            long from = System.nanoTime();
            int rows = loader.sql(statement).param("batch", batch).update();
            LOG.debug("{}: {} rows in {} ms", name, rows, (System.nanoTime() - from) / 1_000_000);
        });
    }

    private List<Arrival> arrivals(UUID batch) {
        return loader.sql(ArrivalSql.OUTCOME)
                .param("batch", batch)
                .query((row, number) -> new Arrival(
                        new Stated.Key(row.getString("source"), row.getString("source_key")),
                        row.getObject("person_id", UUID.class),
                        Outcome.valueOf(row.getString("arrival").toUpperCase(java.util.Locale.ROOT))))
                .list();
    }

    private void refold(List<Arrival> arrivals) {
        var persons = arrivals.stream()
                .filter(arrival -> arrival.outcome() != Outcome.REPEATED)
                .map(Arrival::person)
                .distinct()
                .toArray(UUID[]::new);
        if (persons.length > 0) {
            loader.sql("SELECT register.refold(:persons)")
                    .param("persons", persons)
                    .query(Integer.class)
                    .single();
        }
    }

    private void clear(UUID batch) {
        for (var statement : ArrivalSql.CLEAR) {
            loader.sql(statement).param("batch", batch).update();
        }
    }
}

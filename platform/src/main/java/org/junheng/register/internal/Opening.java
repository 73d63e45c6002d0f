package org.junheng.register.internal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junheng.database.Owner;
import org.junheng.register.Arrivals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The opening load of an empty register. One transaction of the tables' owner: indexes and keys are taken down, records
 * copied in, states folded, indexes and keys built again. Whatever breaks it off leaves an empty register as it was.
 */
@Component
class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final DataSource owner;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Opening(@Owner DataSource owner, Vault vault, Clock clock) {
        this.owner = owner;
        this.vault = vault;
        this.clock = clock;
    }

    Arrivals.Opened load(Arrivals.Delivery delivery, Arrivals.Watcher watcher) {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var opened = load(connection, delivery, watcher);
                connection.commit();
                LOG.debug("Opening load: committed");
                return opened;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The register could not be opened; it is as it was.", e);
        }
    }

    private Arrivals.Opened load(Connection connection, Arrivals.Delivery delivery, Arrivals.Watcher watcher)
            throws SQLException {
        refuseUnlessEmpty(connection);
        execute(connection, OpeningSql.ROOM);
        var structure = Structure.takeDown(connection, OpeningSql.TABLES);
        execute(connection, OpeningSql.EMPTY);
        LOG.debug("Opening load: structure taken down");
        var opened = copy(connection, delivery);
        refuseUnknownParticipants(connection);
        LOG.debug("Opening load: {} copied", opened);
        Structure.Watcher indexing = (done, all) -> watcher.at(Arrivals.Stage.INDEXING, done, all);
        structure.build(connection, OpeningSql.LEDGER, indexing);
        execute(connection, OpeningSql.analyze(OpeningSql.LEDGER));
        LOG.debug("Opening load: ledger indexed");
        fold(connection, structure, watcher);
        structure.build(connection, OpeningSql.STATES, indexing);
        structure.tie(connection, indexing);
        LOG.debug("Opening load: structure built");
        return opened;
    }

    /**
     * A marriage ends with a death, so the couples are folded last but the persons, from an indexed table of deaths.
     */
    private static void fold(Connection connection, Structure structure, Arrivals.Watcher watcher) throws SQLException {
        watcher.at(Arrivals.Stage.FOLDING, 0, 5);
        fold(connection, OpeningSql.VITAL);
        structure.build(connection, List.of("register.vital"), (done, all) -> {});
        watcher.at(Arrivals.Stage.FOLDING, 1, 5);
        fold(connection, OpeningSql.STANDING);
        watcher.at(Arrivals.Stage.FOLDING, 2, 5);
        fold(connection, OpeningSql.PARENTAGE);
        watcher.at(Arrivals.Stage.FOLDING, 3, 5);
        fold(connection, OpeningSql.COUPLE);
        watcher.at(Arrivals.Stage.FOLDING, 4, 5);
        fold(connection, OpeningSql.PERSON);
        watcher.at(Arrivals.Stage.FOLDING, 5, 5);
    }

    private static void fold(Connection connection, OpeningSql.Fold fold) throws SQLException {
        for (var statement : fold.statements()) {
            execute(connection, statement);
        }
        execute(connection, OpeningSql.analyze(List.of(fold.table())));
        LOG.debug("Opening load: {} folded", fold.table());
    }

    private Arrivals.Opened copy(Connection connection, Arrivals.Delivery delivery) throws SQLException {
        try (var pipeline = new OpeningPipeline(new OpeningIds(clock.instant(), random), vault)) {
            pipeline.start(delivery);
            long persons = 0;
            var block = pipeline.next();
            while (!block.isLast()) {
                block.copy(connection);
                persons += block.size();
                block = pipeline.next();
            }
            return new Arrivals.Opened(persons, block.nextEvent());
        }
    }

    private static void refuseUnlessEmpty(Connection connection) throws SQLException {
        if (ask(connection, OpeningSql.PERSONS_KNOWN) > 0) {
            throw new IllegalStateException("The register has persons already; only an empty one is opened.");
        }
    }

    private static void refuseUnknownParticipants(Connection connection) throws SQLException {
        long unknown = ask(connection, OpeningSql.UNKNOWN_PARTICIPANTS);
        if (unknown > 0) {
            throw new IllegalStateException(
                    "%d participants name a record that the delivery does not hold.".formatted(unknown));
        }
    }

    private static long ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.junheng.access.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins every transaction by telling the database who acts; the settings end with the transaction. */
final class ActorTransactionManager extends JdbcTransactionManager {

    private static final String SET_ACTOR = """
            SELECT set_config('junheng.subject', ?, true), set_config('junheng.role', ?, true),
                   set_config('junheng.purpose', ?, true), set_config('junheng.areas', ?, true),
                   set_config('junheng.person_areas', ?, true), set_config('junheng.person', ?, true)
            """;

    ActorTransactionManager(DataSource source) {
        super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            Actors.find().ifPresent(this::tellDatabase);
        } catch (RuntimeException e) {
            // Otherwise a broken connection stays bound to the thread, and its next transaction would join this one.
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }

    private void tellDatabase(Actor actor) {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new CannotCreateTransactionException("The transaction has no connection.");
        }
        try {
            setActor(holder.getConnection(), actor);
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("The database did not take the actor.", e);
        }
    }

    private static void setActor(Connection connection, Actor actor) throws SQLException {
        try (var statement = connection.prepareStatement(SET_ACTOR)) {
            statement.setString(1, actor.subject());
            statement.setString(2, actor.role().name());
            statement.setString(3, actor.purpose().name());
            statement.setString(4, actor.areaRanges());
            statement.setString(5, actor.role().seesPersons() ? actor.areaRanges() : "{}");
            statement.setString(6, actor.person().map(Object::toString).orElse(""));
            statement.execute();
        }
    }
}

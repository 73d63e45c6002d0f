package org.junheng.intake.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Ends the loader's server process before the n-th statement of the calling thread, as a crash of the database would:
 * every statement, COPY and commit is a step.
 */
@Configuration
class CutConnections {

    private static final Set<String> STEPS = Set.of("prepareStatement", "createStatement", "unwrap", "commit");
    private static final int NEVER = Integer.MAX_VALUE;

    private static final ThreadLocal<Integer> LEFT = ThreadLocal.withInitial(() -> NEVER);

    /** Cuts before the given step, counted from one, while the work runs. Returns whether the work came that far. */
    static boolean during(int step, Runnable work) {
        LEFT.set(step);
        try {
            work.run();
            return LEFT.get() <= 0;
        } finally {
            LEFT.set(NEVER);
        }
    }

    @Bean
    static BeanPostProcessor cutting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("loaderDataSource") ? new Cutting((DataSource) bean) : bean;
            }
        };
    }

    private static final class Cutting extends DelegatingDataSource {

        Cutting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (STEPS.contains(method.getName())) {
                            step(connection);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private void step(Connection connection) throws SQLException {
            int left = LEFT.get();
            if (left == NEVER) {
                return;
            }
            LEFT.set(left - 1);
            if (left == 1) {
                end(connection.unwrap(PGConnection.class).getBackendPID());
            }
        }

        /** A role may end its own server processes. */
        private void end(int process) throws SQLException {
            try (var other = super.getConnection();
                    var statement = other.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
                statement.setInt(1, process);
                statement.execute();
            }
        }
    }
}

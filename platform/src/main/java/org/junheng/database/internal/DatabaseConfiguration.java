package org.junheng.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junheng.database.Auditor;
import org.junheng.database.DatabaseServer;
import org.junheng.database.Loader;
import org.junheng.database.Owner;
import org.junheng.database.Secrets;
import org.junheng.kernel.AdministrativeTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One pool for each database role. */
@Configuration
class DatabaseConfiguration {

    /** The embedded server, unless {@code junheng.database.url} names another. */
    @Bean(destroyMethod = "close")
    CloseableServer databaseServer(
            @Value("${junheng.database.url:}") String url,
            @Value("${junheng.data}") Path folder,
            Environment settings) {
        return url.isEmpty()
                ? CloseableServer.of(EmbeddedServer.start(folder))
                : CloseableServer.external(
                        url, role -> settings.getRequiredProperty("junheng.database.password." + role));
    }

    /** The secrets of this installation. */
    @Bean
    Secrets secrets(@Value("${junheng.data}") Path folder) {
        return new Secrets(folder.resolve("secrets"));
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @Owner
    DataSource ownerDataSource(DatabaseServer server) {
        return pool(server, "owner", 2);
    }

    @Bean
    @Primary
    DataSource appDataSource(DatabaseServer server) {
        return pool(server, "app", 16);
    }

    @Bean
    @Loader
    DataSource loaderDataSource(DatabaseServer server) {
        return pool(server, "loader", 6);
    }

    @Bean
    @Auditor
    DataSource auditorDataSource(DatabaseServer server) {
        return pool(server, "auditor", 2);
    }

    @Bean
    @Primary
    JdbcClient appClient(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    @Loader
    JdbcClient loaderClient(@Loader DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    @Auditor
    JdbcClient auditorClient(@Auditor DataSource source) {
        return JdbcClient.create(source);
    }

    private static HikariDataSource pool(DatabaseServer server, String role, int size) {
        var pool = new HikariDataSource();
        pool.setPoolName(role);
        pool.setJdbcUrl(server.url());
        pool.setUsername("junheng_" + role);
        pool.setPassword(server.password(role));
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionInitSql("SET TIME ZONE '" + AdministrativeTime.ZONE + "'");
        return pool;
    }
}

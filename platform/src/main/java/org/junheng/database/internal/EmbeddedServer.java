package org.junheng.database.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junheng.database.DatabaseServer;
import org.junheng.database.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL inside the platform, for a demonstration or a test: its files live in a folder that survives restarts,
 * every connection needs a password. A province runs its own server and names its address instead.
 */
final class EmbeddedServer implements DatabaseServer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final List<String> ROLES = List.of("owner", "app", "loader", "auditor", "postgres");

    private final EmbeddedPostgres server;
    private final Secrets secrets;

    private EmbeddedServer(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Starts the server whose files are in {@code folder/postgres}, making it on first use. */
    static EmbeddedServer start(Path folder) {
        var files = folder.resolve("postgres").toAbsolutePath();
        var secrets = new Secrets(folder.resolve("secrets"));
        try {
            Files.createDirectories(folder);
            OrphanedServer.end(files);
            var ready = folder.resolve("postgres.ready");
            var server = new EmbeddedServer(launch(files, Files.exists(ready) ? secrets : null, folder), secrets);
            if (!Files.exists(ready)) {
                server.bootstrap(files);
                Files.createFile(ready);
            }
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL cannot start in %s. Is the folder writable and the disk not full?"
                            .formatted(files),
                    e);
        }
    }

    private static EmbeddedPostgres launch(Path files, @org.jspecify.annotations.Nullable Secrets secrets, Path folder)
            throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setOverrideWorkingDirectory(
                        folder.resolve("postgres-binaries").toAbsolutePath().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // it ends with the application, after whatever uses it
                .setLocaleConfig("locale", "C.UTF-8")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("effective_cache_size", "2GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("max_connections", "60")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("timezone", "Asia/Shanghai");
        if (secrets != null) {
            builder.setConnectConfig("password", secrets.get("postgres"));
        }
        return builder.start();
    }

    /**
     * Makes roles and database, then closes the door that the first start leaves open: from now on passwords are asked.
     */
    private void bootstrap(Path files) throws SQLException, IOException {
        LOG.info("Making a new database in {}", files);
        try (var connection = server.getPostgresDatabase().getConnection()) {
            runScript(connection, "/db/bootstrap/roles.sql");
        }
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "junheng"))) {
            runScript(connection, "/db/bootstrap/extensions.sql");
        }
        Files.writeString(files.resolve("pg_hba.conf"), """
                local all all               scram-sha-256
                host  all all 127.0.0.1/32  scram-sha-256
                host  all all ::1/128       scram-sha-256
                """);
        try (var connection = DriverManager.getConnection(
                        server.getJdbcUrl("postgres", "postgres"), "postgres", secrets.get("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private void runScript(Connection connection, String resource) throws SQLException {
        var script = read(resource);
        for (var role : ROLES) {
            script = script.replace("${" + role + "}", secrets.get(role));
        }
        try (var statement = connection.createStatement()) {
            for (var command : script.split(";\\s*\\n", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
    }

    private static String read(String resource) {
        try (var stream = EmbeddedServer.class.getResourceAsStream(resource)) {
            return new String(
                    java.util.Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://localhost:%d/junheng?reWriteBatchedInserts=true".formatted(server.getPort());
    }

    @Override
    public String password(String role) {
        return secrets.get(role);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

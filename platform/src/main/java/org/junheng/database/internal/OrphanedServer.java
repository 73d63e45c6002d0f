package org.junheng.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A killed platform leaves its PostgreSQL child running. The next start finds it by its own pid file and asks it to end
 * (fast shutdown), so that the files have one server only.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int PATIENCE_SECONDS = 30;

    private OrphanedServer() {}

    static void end(Path files) throws IOException {
        var pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var process = ProcessHandle.of(pid).filter(OrphanedServer::isPostgres);
        if (process.isPresent()) {
            LOG.info("Ending the PostgreSQL (pid {}) that a killed platform left behind", pid);
            interrupt(pid);
            await(process.get(), files);
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; the JDK can only send TERM, which waits for clients. */
    private static void interrupt(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(ProcessHandle process, Path files) throws IOException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException(
                    "PostgreSQL (pid %d) still holds %s after %d s; end it by hand and start again."
                            .formatted(process.pid(), files, PATIENCE_SECONDS),
                    e);
        }
    }
}

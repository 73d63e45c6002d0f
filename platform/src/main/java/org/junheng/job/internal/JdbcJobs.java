package org.junheng.job.internal;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.database.Loader;
import org.junheng.job.JobCancelled;
import org.junheng.job.Jobs;
import org.junheng.job.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcJobs implements Jobs, SmartInitializingSingleton, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcJobs.class);
    private static final long TELL_EVERY_NANOS = 300_000_000;

    private static final String START = """
            INSERT INTO job.job (kind, subject) VALUES (:kind, access.subject()) RETURNING id
            """;

    private static final String FIND = """
            SELECT id, kind, state, done, total, result_path AS "resultPath" FROM job.job WHERE id = :id
            """;

    private static final String TELL = """
            UPDATE job.job SET done = :done, total = :total WHERE id = :id RETURNING cancel
            """;

    private static final String END = """
            UPDATE job.job SET state = :state, result_path = :path, ended_at = now() WHERE id = :id
            """;

    private static final String CANCEL = "UPDATE job.job SET cancel = true WHERE id = :id AND state = 'running'";

    private static final String INTERRUPTED = """
            UPDATE job.job SET state = 'interrupted', ended_at = now() WHERE state = 'running'
            """;

    private final JdbcClient app;
    private final TransactionTemplate work;
    private final JdbcClient loader;
    private final TransactionTemplate upkeep;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    JdbcJobs(JdbcClient app, TransactionTemplate work, @Loader JdbcClient loader, @Loader TransactionTemplate upkeep) {
        this.app = app;
        this.work = work;
        this.loader = loader;
        this.upkeep = upkeep;
    }

    /** What ran when the platform was stopped runs no more; said before anybody can start something new. */
    @Override
    public void afterSingletonsInstantiated() {
        Actors.run(
                Actor.service("job", Purpose.UPKEEP),
                () -> upkeep.executeWithoutResult(s -> loader.sql(INTERRUPTED).update()));
    }

    @Override
    public UUID start(String kind, Work task) {
        var actor = Actors.get();
        UUID id = work.execute(
                s -> app.sql(START).param("kind", kind).query(UUID.class).single());
        threads.submit(() -> Actors.run(actor, () -> run(id, kind, task)));
        return id;
    }

    /** The one place where any failure is caught: a job that fails says so and leaves the platform running. */
    private void run(UUID id, String kind, Work task) {
        try {
            end(id, "done", task.run(new Telling(id)));
        } catch (JobCancelled e) {
            end(id, "cancelled", null);
        } catch (RuntimeException e) {
            LOG.error("Job {} {} failed", kind, id, e);
            end(id, "failed", null);
        }
    }

    private void end(UUID id, String state, @org.jspecify.annotations.Nullable String path) {
        work.executeWithoutResult(s -> app.sql(END)
                .param("state", state)
                .param("path", path)
                .param("id", id)
                .update());
    }

    @Override
    public Optional<Job> find(UUID id) {
        return work.execute(s -> app.sql(FIND)
                .param("id", id)
                .query((row, number) -> new Job(
                        id,
                        row.getString("kind"),
                        row.getString("state"),
                        row.getLong("done"),
                        row.getLong("total"),
                        Optional.ofNullable(row.getString("resultPath"))))
                .optional());
    }

    @Override
    public void cancel(UUID id) {
        work.executeWithoutResult(s -> app.sql(CANCEL).param("id", id).update());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Writes progress a few times a second, in a transaction of its own, however often the work tells it. */
    private final class Telling implements Progress {

        private final UUID id;
        private long toldAt = System.nanoTime();

        Telling(UUID id) {
            this.id = id;
        }

        @Override
        public void at(long done, long total) {
            long now = System.nanoTime();
            if (done < total && now - toldAt < TELL_EVERY_NANOS) {
                return;
            }
            toldAt = now;
            boolean cancelled = work.execute(s -> app.sql(TELL)
                    .param("done", done)
                    .param("total", total)
                    .param("id", id)
                    .query(Boolean.class)
                    .single());
            if (cancelled) {
                throw new JobCancelled();
            }
        }
    }
}

package org.junheng.payment.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the bank's return files come in, by upload or by interface: one transaction each. */
@Component
class ReturnDesk {

    static final int REPORTED = 200;

    private final JdbcReturns returns;
    private final TransactionTemplate work;

    ReturnDesk(JdbcReturns returns, TransactionTemplate work) {
        this.returns = returns;
        this.work = work;
    }

    /**
     * A file as it came.
     *
     * @param bytes its bytes
     * @param roll the roll it says it answers
     * @param lines number of lines it says it has
     * @param totalFen sum it says it has
     */
    record Received(byte[] bytes, Optional<UUID> roll, Optional<Integer> lines, Optional<Long> totalFen) {}

    /** What became of it. */
    sealed interface Taken {

        /** Taken, line by line. */
        record Applied(Report report) implements Taken {}

        /** The very same file had been taken before: nothing changed; the earlier report. */
        record Repeated(Report report) implements Taken {}

        /** Its control totals do not fit: kept, nothing applied. */
        record Held(Report report, String stated, String counted) implements Taken {}

        /** No such file: empty, or other columns. */
        record Unreadable(ReturnFile.Why why, String found) implements Taken {}
    }

    /**
     * What became of the lines.
     *
     * @param file the file
     * @param counts lines by outcome
     * @param problems the first lines that were not applied, with why
     */
    record Report(UUID file, Map<String, Long> counts, List<JdbcReturns.Problem> problems) {}

    Taken take(Received received) {
        return switch (ReturnFile.read(received.bytes())) {
            case ReturnFile.Reading.Unreadable(var why, var found) -> new Taken.Unreadable(why, found);
            case ReturnFile.Reading.Read(var file) -> work.execute(status -> taken(received, file));
        };
    }

    private Taken taken(Received received, ReturnFile file) {
        PaymentLock.take(returns.client());
        var area = Actors.get().areas().getFirst();
        var sha256 = sha256(received.bytes());
        var earlier = returns.findTaken(area, sha256);
        if (earlier.isPresent()) {
            return new Taken.Repeated(report(earlier.orElseThrow()));
        }
        boolean held = received.lines().filter(n -> n != file.count()).isPresent()
                || received.totalFen().filter(n -> n != file.totalFen()).isPresent();
        var report = report(returns.take(new JdbcReturns.Delivery(area, received.roll(), sha256, held, file)));
        return held
                ? new Taken.Held(report, stated(received), file.count() + " / " + file.totalFen())
                : new Taken.Applied(report);
    }

    Report report(UUID file) {
        return new Report(file, returns.countByOutcome(file), returns.listProblems(file, REPORTED));
    }

    private static String stated(Received received) {
        return received.lines().map(Object::toString).orElse("–") + " / "
                + received.totalFen().map(Object::toString).orElse("–");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.junheng.intake.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.database.Loader;
import org.junheng.intake.internal.Finding.Expectation;
import org.junheng.job.Progress;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.register.Arrivals;
import org.junheng.register.Stated;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in birth notices: checks every row, brings the good ones into the register, keeps the bad ones for correction.
 */
@Service
class BirthNotices {

    private static final int BLOCK = 5_000;

    private final Arrivals arrivals;
    private final JdbcDeliveries deliveries;
    private final JdbcVerifications verifications;
    private final VerificationTasks tasks;
    private final AreaTree areas;
    private final TransactionTemplate work;
    private final Clock clock;

    BirthNotices(
            Arrivals arrivals,
            JdbcDeliveries deliveries,
            JdbcVerifications verifications,
            VerificationTasks tasks,
            AreaTree areas,
            @Loader TransactionTemplate work,
            Clock clock) {
        this.arrivals = arrivals;
        this.deliveries = deliveries;
        this.verifications = verifications;
        this.tasks = tasks;
        this.areas = areas;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What is delivered.
     *
     * @param channel file, interface or correction
     * @param fileName name of the file
     * @param sha256 hash of what arrived
     * @param rows its rows
     */
    record Parcel(String channel, Optional<String> fileName, byte[] sha256, List<NoticeRow> rows) {}

    /** Takes a delivery in one transaction: all of it is there, with its report, or nothing. */
    UUID take(Parcel parcel, Progress progress) {
        var asked = new ArrayList<VerificationRequest>();
        var id = work.execute(status -> taken(parcel, progress, asked));
        asked.forEach(tasks::open);
        return id;
    }

    private UUID taken(Parcel parcel, Progress progress, List<VerificationRequest> asked) {
        var checked = check(parcel.rows());
        var id = UUID.randomUUID();
        var outcome = apply(checked, progress, parcel.rows().size());
        deliveries.add(id, parcel, county(), counts(parcel, checked, outcome));
        deliveries.addFindings(
                id, checked.stream().flatMap(c -> c.findings().stream()).toList());
        deliveries.addRejected(
                id,
                checked.stream()
                        .filter(c -> c.notice().isEmpty())
                        .map(NoticeCheck.Checked::row)
                        .toList());
        deliveries.addNotices(id, outcome.taken());
        asked.addAll(verifications.askAbout(outcome.taken(), county(), today()));
        return id;
    }

    /** Takes the corrected values of one rejected row; still wrong, it stays rejected and the findings are returned. */
    List<Finding> correct(UUID delivery, NoticeRow row) {
        var checked = NoticeCheck.check(row, areas, today());
        if (checked.notice().isEmpty()) {
            return checked.findings();
        }
        var parcel = new Parcel("correction", Optional.empty(), new byte[32], List.of(row));
        var asked = new ArrayList<VerificationRequest>();
        work.executeWithoutResult(
                status -> deliveries.markCorrected(delivery, row.number(), taken(parcel, (done, total) -> {}, asked)));
        asked.forEach(tasks::open);
        return List.of();
    }

    /** The county for which the actor takes in: its first area, raised to the county. */
    private static AreaCode county() {
        return Actors.get().areas().getFirst().county();
    }

    private LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }

    private List<NoticeCheck.Checked> check(List<NoticeRow> rows) {
        var numbers = new HashSet<String>();
        var checked = new ArrayList<NoticeCheck.Checked>(rows.size());
        for (var row : rows) {
            var result = NoticeCheck.check(row, areas, today());
            var number = row.find(NoticeColumn.NOTICE_NUMBER);
            checked.add(
                    number.isPresent() && !numbers.add(number.get()) ? repeatedInFile(result, number.get()) : result);
        }
        return checked;
    }

    private static NoticeCheck.Checked repeatedInFile(NoticeCheck.Checked result, String number) {
        var findings = new ArrayList<>(result.findings());
        findings.add(
                new Finding(result.row().number(), NoticeColumn.NOTICE_NUMBER, number, Expectation.REPEATED_IN_FILE));
        return new NoticeCheck.Checked(result.row(), Optional.empty(), findings);
    }

    private Outcome apply(List<NoticeCheck.Checked> checked, Progress progress, int total) {
        var good = checked.stream().filter(c -> c.notice().isPresent()).toList();
        var taken = new ArrayList<Taken>();
        int repeated = 0;
        for (int from = 0; from < good.size(); from += BLOCK) {
            var block = good.subList(from, Math.min(good.size(), from + BLOCK));
            var byKey = arrive(block);
            for (var item : block) {
                var notice = item.notice().orElseThrow();
                var child = Objects.requireNonNull(byKey.get(notice.childKey()));
                if (child.outcome() == Arrivals.Outcome.REPEATED) {
                    repeated++;
                } else {
                    var mother = Objects.requireNonNull(byKey.get(notice.motherKey()));
                    taken.add(new Taken(item.row().number(), notice, child.person(), mother));
                }
            }
            progress.at(from + block.size(), total);
        }
        return new Outcome(taken, repeated);
    }

    private Map<Stated.Key, Arrivals.Arrival> arrive(List<NoticeCheck.Checked> block) {
        var records = block.stream().flatMap(c -> c.notice().orElseThrow().stated().stream());
        var byKey = new HashMap<Stated.Key, Arrivals.Arrival>();
        arrivals.take(records).forEach(arrival -> byKey.put(arrival.key(), arrival));
        return byKey;
    }

    private static Delivery.Counts counts(Parcel parcel, List<NoticeCheck.Checked> checked, Outcome outcome) {
        int rejected = (int) checked.stream().filter(c -> c.notice().isEmpty()).count();
        int provisional =
                (int) outcome.taken().stream().filter(Taken::motherUnknown).count();
        return new Delivery.Counts(
                parcel.rows().size(), outcome.taken().size(), outcome.repeated(), provisional, rejected);
    }

    private record Outcome(List<Taken> taken, int repeated) {}

    /**
     * A notice that entered the register.
     *
     * @param row its row
     * @param notice the notice
     * @param child the newborn
     * @param mother how the mother was linked
     */
    record Taken(int row, BirthNotice notice, UUID child, Arrivals.Arrival mother) {

        boolean motherUnknown() {
            return switch (mother.outcome()) {
                case PROVISIONAL, CONFLICT -> true;
                case LINKED, NEW, REPEATED -> false;
            };
        }
    }
}

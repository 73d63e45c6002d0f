package org.junheng.benefit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Decision;
import org.junheng.register.AsOf;
import org.junheng.worklist.LegalClock;
import org.junheng.worklist.NewTask;
import org.junheng.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts a letter for every claim of which something is to be recovered: the job states facts, rule and amount as they
 * are known, and an officer looks at it and issues it. What has a letter gets no second one, however often this runs.
 */
@Component
class LetterDrafts {

    private static final int DAYS_TO_ISSUE = 10;

    /** By claim: all recoveries that no letter explains yet. One draft at a time. */
    private static final String UNEXPLAINED = """
              SELECT i.claim_id, min(i.unit_id::text)::uuid AS unit_id, min(i.area) AS area, array_agg(i.id) AS covers,
                     -sum(i.amount_fen) AS amount_fen
                FROM benefit.instruction i
               WHERE i.amount_fen < 0
                 AND NOT EXISTS (SELECT FROM benefit.letter l WHERE l.claim_id = i.claim_id AND i.id = ANY (l.covers))
            GROUP BY i.claim_id
            ORDER BY i.claim_id
               LIMIT 200
            """;

    private static final String DRAFT = """
            INSERT INTO benefit.letter (number, kind, claim_id, unit_id, area, decision_id, covers, amount_fen, state)
            VALUES ('育补〔' || extract(year FROM now() AT TIME ZONE 'Asia/Shanghai') || '〕' || :county || '-'
                    || lpad(nextval('benefit.letter_serial')::text, 6, '0') || '号',
                    :kind, :claim, :unit, :area, :decision, :covers, :amount, 'draft')
            RETURNING id
            """;

    private final JdbcClient loader;
    private final TransactionTemplate work;
    private final Derivation.Parts parts;
    private final JdbcDecisions decisions;
    private final Worklist worklist;
    private final LegalClock calendar;
    private final Clock clock;

    LetterDrafts(
            Derivation.Parts parts,
            JdbcDecisions decisions,
            Tasks tasks,
            @Loader JdbcClient loader,
            @Loader TransactionTemplate work) {
        this.loader = loader;
        this.work = work;
        this.parts = parts;
        this.decisions = decisions;
        this.worklist = tasks.worklist();
        this.calendar = tasks.calendar();
        this.clock = tasks.clock();
    }

    /** What the task of a draft is made of. */
    @Component
    record Tasks(Worklist worklist, LegalClock calendar, Clock clock) {}

    /** Recoveries of a claim without a letter. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unexplained(UUID claim, UUID unit, AreaCode area, UUID[] covers, long amountFen) {}

    @Scheduled(fixedDelayString = "${junheng.benefit.letters-every:5s}")
    void draft() {
        Actors.run(
                ServiceActor.FOLLOWING,
                () -> work.executeWithoutResult(status -> {
                    // Two instances of the platform must not draft the same.
                    loader.sql("SELECT pg_advisory_xact_lock(hashtextextended('benefit/letters', 0))")
                            .query((row, number) -> number)
                            .list();
                    loader.sql(UNEXPLAINED)
                            .query(LetterDrafts::unexplained)
                            .list()
                            .forEach(this::draft);
                }));
    }

    private void draft(Unexplained recovery) {
        var granted = parts.granted().list(List.of(recovery.unit())).stream()
                .filter(claim -> claim.id().equals(recovery.claim()))
                .findFirst();
        var asOf = AsOf.now(clock);
        var situation = parts.situations().find(recovery.unit(), asOf);
        if (granted.isEmpty() || situation.isEmpty()) {
            return;
        }
        var claimed = granted.get().claimed();
        var decision = parts.subsidy().decide(situation.get(), claimed, asOf.on());
        var kept = decisions.keep(new JdbcDecisions.Made(recovery.unit(), recovery.area(), asOf.knownAt(), decision));
        var kind = decision instanceof Decision.Eligible ? JdbcLetters.Kind.RECOVERY : JdbcLetters.Kind.STOP;
        var letter = loader.sql(DRAFT)
                .param("county", recovery.area().county().shortText())
                .param("kind", kind.code())
                .param("claim", recovery.claim())
                .param("unit", recovery.unit())
                .param("area", recovery.area().value())
                .param("decision", kept)
                .param("covers", recovery.covers())
                .param("amount", recovery.amountFen())
                .query(UUID.class)
                .single();
        open(letter, recovery);
    }

    private void open(UUID letter, Unexplained recovery) {
        var due = calendar.dueAfter(AdministrativeTime.dayOf(clock.instant()), DAYS_TO_ISSUE);
        worklist.add(new NewTask(
                "benefit-letter:" + letter,
                "benefit-letter",
                new NewTask.Office(Role.COUNTY_REVIEWER, recovery.area()),
                Optional.of(recovery.unit()),
                "/benefits/letters/" + letter,
                due));
    }

    private static Unexplained unexplained(ResultSet row, int number) throws SQLException {
        return new Unexplained(
                row.getObject("claim_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                new AreaCode(row.getLong("area")),
                (UUID[]) row.getArray("covers").getArray(),
                row.getLong("amount_fen"));
    }
}

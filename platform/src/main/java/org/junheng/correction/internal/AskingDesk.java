package org.junheng.correction.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.register.AsOf;
import org.junheng.register.CorrectableFact;
import org.junheng.register.Corrections;
import org.junheng.register.EventKind;
import org.junheng.register.PersonNotFound;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a family, or an officer for them, says what is wrong. */
@Component
class AskingDesk {

    private static final int LONGEST_EVIDENCE = 1000;

    private final JdbcRequests requests;
    private final RequestTasks tasks;
    private final ClaimedValue values;
    private final Register register;
    private final Corrections corrections;
    private final TransactionTemplate work;
    private final Clock clock;

    AskingDesk(Parts parts, JdbcRequests requests, RequestTasks tasks, TransactionTemplate work, Clock clock) {
        this.values = parts.values();
        this.register = parts.register();
        this.corrections = parts.corrections();
        this.requests = requests;
        this.tasks = tasks;
        this.work = work;
        this.clock = clock;
    }

    /** What of the register a request needs. */
    @Component
    record Parts(ClaimedValue values, Register register, Corrections corrections) {}

    /**
     * What was typed.
     *
     * @param person whose fact
     * @param fact which
     * @param value the right value
     * @param since since when, empty for always
     * @param evidence how they know
     */
    record Typed(UUID person, CorrectableFact fact, String value, String since, String evidence) {

        @Override
        public String toString() {
            return "what was typed of " + fact;
        }
    }

    AskOutcome ask(Typed typed) {
        var today = AdministrativeTime.dayOf(clock.instant());
        return switch (values.read(typed.fact(), typed.value(), today)) {
            case ClaimedValue.Read.Bad(var why) -> new AskOutcome.Wrong("value", why);
            case ClaimedValue.Read.Good(var value) -> asked(typed, value, today);
        };
    }

    private AskOutcome asked(Typed typed, String value, LocalDate today) {
        var evidence = typed.evidence().strip();
        if (evidence.isEmpty() || evidence.length() > LONGEST_EVIDENCE) {
            return new AskOutcome.Wrong("evidence", Text.of("correction.wrong.evidence"));
        }
        Optional<LocalDate> since;
        try {
            since = typed.since().isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.since()));
        } catch (DateTimeException e) {
            return new AskOutcome.Wrong("since", Text.of("correction.wrong.date"));
        }
        if (since.filter(day -> day.isAfter(today)).isPresent()) {
            return new AskOutcome.Wrong("since", Text.of("correction.wrong.date"));
        }
        var shown = shown(typed.person(), typed.fact());
        var said = new Request.Said(
                value,
                since,
                evidence,
                shown.map(Corrections.Statement::value),
                shown.map(Corrections.Statement::source));
        return kept(typed, said, today);
    }

    private AskOutcome kept(Typed typed, Request.Said said, LocalDate today) {
        if (said.shown().equals(Optional.of(said.claimed()))) {
            return new AskOutcome.Wrong("value", Text.of("correction.wrong.same"));
        }
        var before = work.execute(status -> requests.findOpen(typed.person(), typed.fact()));
        if (before.isPresent()) {
            return new AskOutcome.AskedBefore(before.get().id());
        }
        try {
            return work.execute(status -> added(typed, said, today));
        } catch (DuplicateKeyException e) {
            var first = work.execute(status -> requests.findOpen(typed.person(), typed.fact()));
            return new AskOutcome.AskedBefore(first.orElseThrow(() -> e).id());
        }
    }

    private AskOutcome added(Typed typed, Request.Said said, LocalDate today) {
        var id = requests.newId();
        var request = new Request(
                id,
                typed.person(),
                typed.fact(),
                office(typed.person(), typed.fact(), today),
                said,
                RequestState.OPEN,
                new Request.Asked(
                        Actors.get().subject(),
                        Actors.get().role() != Role.FAMILY,
                        Instant.EPOCH,
                        tasks.dueAfter(today)),
                Request.Handling.NONE);
        requests.add(request);
        requests.note(id, RequestAction.ASK, RequestState.OPEN, "");
        tasks.handOver(request);
        return new AskOutcome.Asked(id);
    }

    /** What the register says now, with its source. */
    Optional<Corrections.Statement> shown(UUID person, CorrectableFact fact) {
        var all = corrections.listStatements(person, fact);
        return all.stream()
                .filter(statement -> statement.weight() == Corrections.Weight.SHOWN)
                .findFirst()
                .or(() -> fact == CorrectableFact.PHONE || fact == CorrectableFact.ADDRESS
                        ? all.stream().findFirst()
                        : Optional.empty());
    }

    /** Household registration answers for what the household register says, the service area for the rest. */
    private AreaCode office(UUID person, CorrectableFact fact, LocalDate today) {
        var face = register.findSummary(person).orElseThrow(() -> new PersonNotFound(person));
        var served = register.getState(person, AsOf.now(clock)).placeOn(EventKind.SERVICE_AREA, today);
        var place = switch (fact) {
            case NAME, ID_NUMBER, BORN_ON, SEX, HUKOU, HUKOU_CATEGORY ->
                face.hukou().or(() -> served);
            case RESIDENCE, ADDRESS, PHONE, FAMILY -> served.or(face::residence);
        };
        return place.or(face::hukou)
                .or(face::residence)
                .map(AreaCode::township)
                .orElseThrow(() -> new PersonNotFound(person));
    }

    PersonSummary face(UUID person) {
        return register.findSummary(person).orElseThrow(() -> new PersonNotFound(person));
    }
}

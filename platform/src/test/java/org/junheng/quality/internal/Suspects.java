package org.junheng.quality.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.Stated;

/**
 * One person as a source states them, built event by event: a woman of 1990 with a number and both places, until said
 * otherwise.
 */
final class Suspects {

    static final AreaCode TOWN = AreaCode.of("330382100");
    static final AreaCode OTHER_TOWN = AreaCode.of("330382101");

    private static final AtomicInteger SEQUENCE = new AtomicInteger(100);

    private final String source;
    private final String key;
    private final List<Stated.Event> events = new ArrayList<>();
    private String name;
    private Optional<LocalDate> born = Optional.of(LocalDate.of(1990, 5, 6));
    private String sex = "2";
    private Optional<ResidentId> number = Optional.empty();
    private boolean numbered = true;
    private boolean registered = true;
    private boolean resident = true;
    private AreaCode town = TOWN;
    private final List<Stated.Participant> parents = new ArrayList<>();

    private Suspects(String source, String key) {
        this.source = source;
        this.key = key;
        this.name = "质" + key.replaceAll("[^a-z]", "");
    }

    static Suspects person(String key) {
        return new Suspects("census", key);
    }

    /** A person known from a notice only. */
    static Suspects noticed(String key) {
        return new Suspects("hospital", key);
    }

    /** The same person, told by another source. */
    static Suspects told(String source, Suspects by) {
        var again = new Suspects(source, by.key);
        again.name = by.name;
        again.born = by.born;
        again.number = Optional.of(by.id());
        again.registered = false;
        again.resident = false;
        return again;
    }

    Suspects born(String day) {
        this.born = Optional.of(LocalDate.parse(day));
        return this;
    }

    Suspects unborn() {
        this.born = Optional.empty();
        return this;
    }

    Suspects sex(String code) {
        this.sex = code;
        return this;
    }

    Suspects number(ResidentId id) {
        this.number = Optional.of(id);
        return this;
    }

    Suspects named(String other) {
        this.name = other;
        return this;
    }

    Suspects unnumbered() {
        this.numbered = false;
        return this;
    }

    Suspects unregistered() {
        this.registered = false;
        return this;
    }

    Suspects homeless() {
        this.resident = false;
        return this;
    }

    Suspects in(AreaCode place) {
        this.town = place;
        return this;
    }

    Suspects died(String day) {
        return with(EventKind.DEATH, day);
    }

    Suspects with(EventKind kind, String day) {
        events.add(new Stated.Event(kind, LocalDate.parse(day), Optional.empty(), Optional.of("7"), List.of()));
        return this;
    }

    Suspects moved(String day, AreaCode place) {
        events.add(Stated.Event.of(EventKind.USUAL_RESIDENCE, LocalDate.parse(day), place));
        return this;
    }

    Suspects of(ParticipantRole role, String parent) {
        parents.add(new Stated.Participant(role, new Stated.Key("census", parent)));
        return this;
    }

    Suspects married(String day, String spouse) {
        events.add(new Stated.Event(
                EventKind.MARRIAGE,
                LocalDate.parse(day),
                Optional.empty(),
                Optional.empty(),
                List.of(new Stated.Participant(ParticipantRole.SPOUSE, new Stated.Key("census", spouse)))));
        return this;
    }

    ResidentId id() {
        if (number.isEmpty()) {
            int next = SEQUENCE.addAndGet(2);
            number = Optional.of(ResidentId.compose(
                    330382, born.orElse(LocalDate.of(1990, 5, 6)), sex.equals("1") ? next + 1 : next));
        }
        return number.get();
    }

    Stated.Key key() {
        return new Stated.Key(source, key);
    }

    Stated.Record record() {
        var all = new ArrayList<Stated.Event>();
        born.ifPresent(
                day -> all.add(new Stated.Event(EventKind.BIRTH, day, Optional.empty(), Optional.of(sex), parents)));
        var since = born.orElse(LocalDate.of(1990, 5, 6));
        if (registered) {
            all.add(Stated.Event.of(EventKind.REGISTERED_RESIDENCE, since, town));
        }
        if (resident) {
            all.add(Stated.Event.of(EventKind.USUAL_RESIDENCE, since, town));
        }
        all.addAll(events);
        return new Stated.Record(
                key(),
                Optional.of(new Stated.Identity(
                        name,
                        numbered ? Optional.of(id()) : Optional.empty(),
                        born,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                all);
    }
}

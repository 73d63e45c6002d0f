package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Arrivals;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.Stated;

/**
 * As many synthetic children as wanted, each with its hospital's notice and its household registration, two to a
 * mother; born from 2025 to the autumn of 2026, so that every one is owed something for 2026.
 *
 * @param number how many children
 */
record ManyChildren(int number) implements Arrivals.Delivery {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 630;
    private static final int SERIALS = 998;
    private static final long TOWN = 330329100000L;
    private static final int TOWNS = 12;

    @Override
    public void each(Consumer<Stated.Record> taker) {
        for (int i = 0; i < mothers(); i++) {
            taker.accept(person("m/" + i, LocalDate.of(1990, 1, 1).plusDays(i % 3_000), i, "2", List.of()));
        }
        for (int i = 0; i < number; i++) {
            var mother = new Stated.Participant(ParticipantRole.MOTHER, key("m/" + i / 2));
            taker.accept(person("c/" + i, FIRST.plusDays(i % DAYS), i, "1", List.of(mother)));
        }
    }

    int mothers() {
        return (number + 1) / 2;
    }

    private static Stated.Record person(
            String key, LocalDate born, int i, String sex, List<Stated.Participant> parents) {
        var prefix = 330000 + i / (DAYS * SERIALS) * 2 + (sex.equals("2") ? 1 : 0);
        var identity = new Stated.Identity(
                "林" + i,
                Optional.of(ResidentId.compose(prefix, born, 1 + i / DAYS % SERIALS)),
                Optional.of(born),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var town = new AreaCode(TOWN + 1000L * (i / 2 % TOWNS));
        return new Stated.Record(
                key(key),
                Optional.of(identity),
                List.of(
                        new Stated.Event(EventKind.BIRTH, born, Optional.empty(), Optional.of(sex), parents),
                        Stated.Event.of(EventKind.REGISTERED_RESIDENCE, born, town)));
    }

    private static Stated.Key key(String key) {
        return new Stated.Key("hospital", key);
    }
}

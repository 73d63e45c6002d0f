package org.junheng.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;

/** What a source states of one person: the unit in which anything enters the register. */
public final class Stated {

    private Stated() {}

    /**
     * A record's key: the source and the source's own key, which holds no personal data.
     *
     * @param source code of the source
     * @param key the source's own key
     */
    public record Key(String source, String key) {}

    /**
     * One record.
     *
     * @param key its key; the same key twice is the same record and changes nothing
     * @param identity who the source says the person is
     * @param events what the source says happened to the person
     */
    public record Record(Key key, Optional<Identity> identity, List<Event> events) {

        public Record {
            events = List.copyOf(events);
        }
    }

    /**
     * Who the person is, as stated.
     *
     * @param name full name
     * @param idNumber resident ID number
     * @param bornOn date of birth
     * @param phone phone number
     * @param account bank account
     * @param address address below the township
     */
    public record Identity(
            String name,
            Optional<ResidentId> idNumber,
            Optional<LocalDate> bornOn,
            Optional<String> phone,
            Optional<String> account,
            Optional<String> address) {

        /** A name and nothing else, such as a newborn's. */
        public static Identity named(String name, LocalDate bornOn) {
            return new Identity(
                    name, Optional.empty(), Optional.of(bornOn), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * One life event of the record's person.
     *
     * @param kind what happened
     * @param occurredOn when
     * @param area where, by the code of its day
     * @param value coded value: sex of a birth, hukou category, disability …
     * @param participants the others in it
     */
    public record Event(
            EventKind kind,
            LocalDate occurredOn,
            Optional<AreaCode> area,
            Optional<String> value,
            List<Participant> participants) {

        public Event {
            participants = List.copyOf(participants);
        }

        /** An event of one person alone. */
        public static Event of(EventKind kind, LocalDate occurredOn, AreaCode area) {
            return new Event(kind, occurredOn, Optional.of(area), Optional.empty(), List.of());
        }
    }

    /**
     * Somebody else in an event.
     *
     * @param role which part they had
     * @param key their record, in the same delivery or known before
     */
    public record Participant(ParticipantRole role, Key key) {}
}

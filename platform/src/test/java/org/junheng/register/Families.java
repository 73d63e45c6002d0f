package org.junheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;

/**
 * Families as text, one person a line:
 *
 * <pre>
 * na   李娜 F 1990-03-05 in 330329100
 * wei  王伟 M 1989-11-02 in 330329101 married na 2015-05-20
 * bao  王小宝 M 2020-02-29 in 330329100 of na wei
 * </pre>
 *
 * The first word is the record's key; ID numbers are composed from county, birth date, sex and the line's number.
 */
public final class Families {

    private final String source;
    private final Map<String, ResidentId> numbers = new HashMap<>();
    private static final java.util.concurrent.atomic.AtomicInteger PEOPLE =
            new java.util.concurrent.atomic.AtomicInteger(10);
    private final Map<String, String> phones = new HashMap<>();

    public Families(String source) {
        this.source = source;
    }

    public List<Stated.Record> read(String text) {
        return text.lines().filter(l -> !l.isBlank()).map(this::person).toList();
    }

    public ResidentId number(String key) {
        return numbers.get(key);
    }

    public String phone(String key) {
        return phones.get(key);
    }

    public Stated.Key key(String key) {
        return new Stated.Key(source, key);
    }

    private Stated.Record person(String text) {
        var words = List.of(text.strip().split("\\s+"));
        boolean female = words.get(2).equals("F");
        var born = LocalDate.parse(words.get(3));
        int line = PEOPLE.addAndGet(2);
        var number = ResidentId.compose(330329, born, female ? line : line + 1);
        numbers.put(words.getFirst(), number);
        phones.put(words.getFirst(), "15400000%03d".formatted(line));
        var identity = new Stated.Identity(
                words.get(1),
                Optional.of(number),
                Optional.of(born),
                Optional.of(phones.get(words.getFirst())),
                Optional.empty(),
                Optional.empty());
        return new Stated.Record(key(words.getFirst()), Optional.of(identity), events(words, born, female));
    }

    private List<Stated.Event> events(List<String> words, LocalDate born, boolean female) {
        var events = new ArrayList<Stated.Event>();
        var parents = new ArrayList<Stated.Participant>();
        for (int i = 4; i < words.size(); i++) {
            switch (words.get(i)) {
                case "in" -> {
                    var area = AreaCode.of(words.get(i + 1));
                    events.add(Stated.Event.of(EventKind.REGISTERED_RESIDENCE, born, area));
                    events.add(Stated.Event.of(EventKind.USUAL_RESIDENCE, born, area));
                }
                case "married" ->
                    events.add(new Stated.Event(
                            EventKind.MARRIAGE,
                            LocalDate.parse(words.get(i + 2)),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(new Stated.Participant(ParticipantRole.SPOUSE, key(words.get(i + 1))))));
                case "of" -> {
                    parents.add(new Stated.Participant(ParticipantRole.MOTHER, key(words.get(i + 1))));
                    parents.add(new Stated.Participant(ParticipantRole.FATHER, key(words.get(i + 2))));
                }
                case "died" ->
                    events.add(new Stated.Event(
                            EventKind.DEATH,
                            LocalDate.parse(words.get(i + 1)),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
                default -> {}
            }
        }
        events.add(new Stated.Event(EventKind.BIRTH, born, Optional.empty(), Optional.of(female ? "2" : "1"), parents));
        return events;
    }
}

package org.junheng.population.internal.files;

import java.util.List;
import java.util.stream.IntStream;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Spells;
import org.junheng.tables.RowAppender;

/** The rows of the person, move and residence tables. */
public final class PeopleFiles {

    private record Kind(String word, Spells spells) {}

    private static final String[] ETHNICITIES =
            IntStream.range(0, 100).mapToObj("%02d"::formatted).toArray(String[]::new);

    private final AsOf county;
    private final Households households;
    private int moves;

    public PeopleFiles(AsOf county, Households households) {
        this.county = county;
        this.households = households;
    }

    public void persons(RowAppender rows) {
        for (Person person : county.people()) {
            rows.add(person.key).add(person.male ? 1 : 2).addDay(person.birth);
            if (county.isDead(person)) {
                rows.addDay(person.death);
            } else {
                rows.addNull();
            }
            rows.add(ETHNICITIES[person.ethnicity]).add(person.agricultural).add(county.marital(person));
            for (Kind kind : kinds(person)) {
                int last = kind.spells.sizeAt(county.on()) - 1;
                rows.add(county.area(kind.spells.area(last))).addDay(kind.spells.day(last));
            }
            rows.add(households.headOf(person)).end();
        }
    }

    public void moves(RowAppender rows) {
        moves = 0;
        for (Person person : county.people()) {
            for (Kind kind : kinds(person)) {
                for (int i = 1; i < kind.spells.sizeAt(county.on()); i++) {
                    move(person, kind, i, rows);
                }
            }
        }
    }

    private void move(Person person, Kind kind, int spell, RowAppender rows) {
        Reason reason = kind.spells.reason(spell);
        rows.add(++moves).add(person.key).addDay(kind.spells.day(spell)).add(kind.word);
        rows.add(county.area(kind.spells.area(spell - 1))).add(county.area(kind.spells.area(spell)));
        rows.add(reason.word()).end();
    }

    public void residences(RowAppender rows) {
        for (Person person : county.people()) {
            for (Kind kind : kinds(person)) {
                int count = kind.spells.sizeAt(county.on());
                for (int i = 0; i < count; i++) {
                    rows.add(person.key).add(kind.word).add(county.area(kind.spells.area(i)));
                    rows.addDay(kind.spells.day(i));
                    end(i + 1 < count ? kind.spells.day(i + 1) : Day.NEVER, rows);
                }
            }
        }
    }

    private static void end(int day, RowAppender rows) {
        if (day == Day.NEVER) {
            rows.addNull();
        } else {
            rows.addDay(day);
        }
        rows.end();
    }

    private List<Kind> kinds(Person person) {
        return List.of(
                new Kind("hukou", person.hukou),
                new Kind("residence", person.residence),
                new Kind("service", county.service(person)));
    }
}

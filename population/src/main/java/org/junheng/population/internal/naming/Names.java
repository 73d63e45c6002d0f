package org.junheng.population.internal.naming;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Sheet;
import org.junheng.population.internal.model.Surnames;

/**
 * Given names by sex and time, some brothers and sisters with a generation character in common; no two of one mother
 * alike.
 */
public final class Names {

    private record Style(double single, int[] first, int[] second) {}

    private static final int STEP = 7;

    private final long seed;
    private final Surnames surnames;
    private final NavigableMap<Integer, Style> men = new TreeMap<>();
    private final NavigableMap<Integer, Style> women = new TreeMap<>();

    public Names(long seed, Surnames surnames) {
        this.seed = seed;
        this.surnames = surnames;
        for (Sheet.Row row : Sheet.of("given_names.csv").rows()) {
            Style style = new Style(
                    row.number("single") / 100,
                    row.text("first").codePoints().distinct().toArray(),
                    row.text("second").codePoints().distinct().toArray());
            (row.text("sex").equals("M") ? men : women).put(row.whole("from"), style);
        }
    }

    /** Surname and given name. */
    public String of(Person person) {
        Style style = style(person);
        Person mother = person.mother;
        int family = mother == null ? -person.key : mother.key;
        Chance shared = Chance.of(seed, person.male ? "brothers" : "sisters", family);
        Chance own = Chance.of(seed, "name", person.key);
        boolean generation = shared.happens(person.birth < Day.of(1985, 1, 1) ? 0.45 : 0.15);
        int common = style.first[shared.below(style.first.length)];
        int last = last(person, mother, shared);
        if (!generation && own.happens(style.single)) {
            return surnames.text(person.surname) + Character.toString(last);
        }
        int first = generation ? common : style.first[own.below(style.first.length)];
        return surnames.text(person.surname) + Character.toString(first) + Character.toString(last);
    }

    /** The last character: of the list of the eldest brother or sister, another for each. */
    private int last(Person person, @Nullable Person mother, Chance shared) {
        List<Person> siblings = mother == null ? List.of(person) : siblings(person, mother);
        int[] characters = style(siblings.getFirst()).second;
        int step = characters.length % STEP == 0 ? STEP - 2 : STEP;
        int start = shared.below(characters.length);
        return characters[(start + step * siblings.indexOf(person)) % characters.length];
    }

    /** The mother's sons, or her daughters, this one among them. */
    private static List<Person> siblings(Person person, Person mother) {
        return mother.unions.stream()
                .flatMap(union -> union.children.stream())
                .filter(child -> child.male == person.male)
                .toList();
    }

    private Style style(Person person) {
        return (person.male ? men : women).floorEntry(Day.year(person.birth)).getValue();
    }
}

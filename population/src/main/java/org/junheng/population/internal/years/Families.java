package org.junheng.population.internal.years;

import java.util.ArrayList;
import java.util.List;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Union;

/** Who moves together: a person, the partner and their children under 18 who live in the same place. */
final class Families {

    private static final int GROWN = 18;

    private Families() {}

    static List<Person> of(Person head, Month month) {
        List<Person> family = new ArrayList<>();
        family.add(head);
        Person spouse = head.spouse(month.first());
        if (spouse != null && livesWith(spouse, head)) {
            family.add(spouse);
        }
        for (Person parent : List.copyOf(family)) {
            for (Union union : parent.unions) {
                for (Person child : union.children) {
                    boolean small = !child.isDead() && child.age(month.first()) < GROWN;
                    if (small && livesWith(child, head) && !family.contains(child)) {
                        family.add(child);
                    }
                }
            }
        }
        return family;
    }

    private static boolean livesWith(Person one, Person other) {
        return !one.isDead() && one.residence.current() == other.residence.current();
    }

    /** The last day on which something happened to one of them. */
    static int busyUntil(List<Person> family) {
        return family.stream().mapToInt(person -> person.busyUntil).max().orElseThrow();
    }
}

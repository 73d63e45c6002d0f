package org.junheng.population.internal.model;

import java.util.ArrayList;
import java.util.List;

/** A marriage and the children of it while the county is made. */
public final class Union {

    public final int key;
    public final Person husband;
    public final Person wife;
    public final int married;
    public int ended = Day.NEVER;
    public boolean endedByDeath;
    /** Index in the gazetteer of the county whose office registered it. */
    public int registeredAt;
    /** Children in order of birth. */
    public final List<Person> children = new ArrayList<>(2);
    /** How many children the two have in the end, as far as chance fills it. */
    public int intended;

    Union(int key, Person husband, Person wife, int married) {
        this.key = key;
        this.husband = husband;
        this.wife = wife;
        this.married = married;
    }

    /** Whether the two are married on a day. */
    public boolean isActive(int on) {
        return married <= on && on < ended;
    }

    public Person other(Person one) {
        return one == husband ? wife : husband;
    }

    public void end(int day, boolean byDeath) {
        if (day <= married) {
            throw new IllegalStateException(
                    "A marriage of %s cannot end on %s.".formatted(Day.date(married), Day.date(day)));
        }
        if (ended == Day.NEVER || day < ended) {
            ended = day;
            endedByDeath = byDeath;
        }
    }

    /** Takes a child as the next in order of birth. */
    public void add(Person child) {
        child.mother = wife;
        child.father = husband;
        wife.lastBirth = Math.max(wife.lastBirth, child.birth);
        int place = children.size();
        while (place > 0 && children.get(place - 1).birth > child.birth) {
            place--;
        }
        children.add(place, child);
    }
}

package org.junheng.population.internal.files;

import java.util.List;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Spells;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/** The county as of a day: who was born, what had happened. */
public final class AsOf {

    private final World world;
    private final int on;
    private final List<Person> people;
    private final List<Union> unions;

    public AsOf(World world, int on) {
        this.world = world;
        this.on = on;
        this.people = world.people.stream().filter(this::isKnown).toList();
        this.unions = world.unions.stream().filter(union -> union.married <= on).toList();
    }

    public World world() {
        return world;
    }

    public int on() {
        return on;
    }

    /** Everybody born, in order of key. */
    public List<Person> people() {
        return people;
    }

    /** All marriages made, in order of key. */
    public List<Union> unions() {
        return unions;
    }

    public boolean isBorn(Person person) {
        return person.birth <= on;
    }

    private boolean isKnown(Person person) {
        return person.birth <= on && person.entered <= on;
    }

    public boolean isDead(Person person) {
        return person.death <= on;
    }

    /** The area code of a place of the gazetteer. */
    public long area(int place) {
        return world.gazetteer.area(place).value();
    }

    /** The service area since birth: where one lives in the county, else where one is registered, or lives. */
    public Spells service(Person person) {
        Spells service = new Spells();
        service.begin(person.birth, serviceAt(person, person.birth));
        int hukou = 1;
        int residence = 1;
        while (hukou < person.hukou.size() || residence < person.residence.size()) {
            int next = Math.min(day(person.hukou, hukou), day(person.residence, residence));
            hukou += day(person.hukou, hukou) == next ? 1 : 0;
            residence += day(person.residence, residence) == next ? 1 : 0;
            service.move(next, serviceAt(person, next), Reason.MANAGEMENT);
        }
        return service;
    }

    private static int day(Spells spells, int spell) {
        return spell < spells.size() ? spells.day(spell) : Day.NEVER;
    }

    private int serviceAt(Person person, int day) {
        Gazetteer gazetteer = world.gazetteer;
        int hukou = person.hukou.at(day);
        int residence = person.residence.at(day);
        boolean managedAtHukou = gazetteer.isHere(hukou) && !gazetteer.isHere(residence) && !person.managedAway;
        return managedAtHukou ? hukou : residence;
    }

    /** Code of GB/T 2261.2; who died married, stays so. */
    public String marital(Person person) {
        Union last = null;
        int count = 0;
        for (Union union : person.unions) {
            if (union.married <= on) {
                last = union;
                count++;
            }
        }
        if (last == null) {
            return "10";
        }
        boolean ended = last.ended <= on;
        if (ended && !last.endedByDeath) {
            return "40";
        }
        boolean outlived = ended && last.other(person).death == last.ended;
        return outlived ? "30" : count == 1 ? "21" : "22";
    }
}

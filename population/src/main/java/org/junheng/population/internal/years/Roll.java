package org.junheng.population.internal.years;

import java.util.ArrayList;
import java.util.List;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/** Who is alive, with running counts of those registered and living here; every change of them goes through here. */
final class Roll {

    private final World world;
    private final Gazetteer gazetteer;
    private final List<Person> unborn = new ArrayList<>();
    private int residents;
    private int registeredMen;
    private int registeredWomen;

    Roll(World world) {
        this.world = world;
        this.gazetteer = world.gazetteer;
        for (Person person : world.people) {
            if (person.birth >= Day.CENSUS) {
                unborn.add(person);
            } else if (!person.isDead()) {
                stand(person);
                count(person, 1);
            }
        }
    }

    int residents() {
        return residents;
    }

    int registered(boolean men) {
        return men ? registeredMen : registeredWomen;
    }

    boolean isRegistered(Person person) {
        return gazetteer.isHere(person.hukou.current());
    }

    boolean isResident(Person person) {
        return gazetteer.isHere(person.residence.current());
    }

    private void stand(Person person) {
        boolean registered = isRegistered(person);
        if (isResident(person)) {
            person.standing = registered ? Standing.AT_HOME : Standing.INCOMER;
        } else {
            person.standing = registered ? Standing.AWAY : Standing.RELATIVE;
        }
    }

    private void count(Person person, int by) {
        residents += person.standing.isResident() ? by : 0;
        registeredMen += person.standing.isRegistered() && person.male ? by : 0;
        registeredWomen += person.standing.isRegistered() && !person.male ? by : 0;
    }

    /** Somebody new: born, or come into a family; the places are given already. */
    void enter(Person person) {
        stand(person);
        count(person, 1);
    }

    /** Demonstration children whose day of birth comes in this month. */
    List<Person> bornAsPlanned(Month month) {
        List<Person> born = unborn.stream()
                .filter(person -> person.birth >= month.first() && person.birth < month.next())
                .toList();
        born.forEach(this::enter);
        return born;
    }

    void die(Person person, int day) {
        count(person, -1);
        person.death = day;
        Union union = person.marriage(day - 1);
        if (union != null) {
            union.end(day, true);
            union.other(person).happened(day);
        }
    }

    void moveHome(Person person, int day, int area, Reason reason) {
        count(person, -1);
        person.residence.move(day, area, reason);
        person.happened(day);
        stand(person);
        count(person, 1);
    }

    void moveHukou(Person person, int day, int area, Reason reason) {
        count(person, -1);
        person.hukou.move(day, area, reason);
        person.happened(day);
        stand(person);
        count(person, 1);
    }

    /** Whether chance may do something to this person in a month. */
    static boolean isFree(Person person, Month month) {
        return !person.cast && !person.isDead() && person.birth < month.first() && person.busyUntil < month.next() - 1;
    }

    World world() {
        return world;
    }
}

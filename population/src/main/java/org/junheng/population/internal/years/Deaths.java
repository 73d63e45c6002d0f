package org.junheng.population.internal.years;

import java.util.List;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Mortality;
import org.junheng.population.internal.model.Person;

/** Each month's deaths: as many of those registered here as the year's figure says, by age and sex; others alike. */
final class Deaths {

    private final Roll roll;
    private final Mortality mortality;
    private final Quota quota;
    private final Chance chance;

    Deaths(Roll roll, Mortality mortality, Assumptions assumptions, double scale) {
        this.roll = roll;
        this.mortality = mortality;
        this.chance = roll.world().chance("deaths");
        this.quota = new Quota(assumptions, "deaths", scale, 118, 108, 103, 97, 93, 90, 92, 93, 91, 95, 102, 114);
    }

    void happen(Month month) {
        List<Person> people = roll.world().people;
        Draw<Person> registered = new Draw<>(people.size());
        Draw<Person> others = new Draw<>(people.size());
        for (Person person : people) {
            if (Roll.isFree(person, month)) {
                (person.standing.isRegistered() ? registered : others).put(person, hazard(person, month));
            }
        }
        int count = quota.of(month);
        others.each(count / registered.total(), chance).forEach(person -> die(person, month));
        registered.some(count, chance).forEach(person -> die(person, month));
    }

    private double hazard(Person person, Month month) {
        return mortality.hazard(Day.years(person.birth, month.first()), person.male);
    }

    private void die(Person person, Month month) {
        int day = month.dayAfter(person.busyUntil, chance);
        if (day != Day.NEVER) {
            roll.die(person, day);
        }
    }
}

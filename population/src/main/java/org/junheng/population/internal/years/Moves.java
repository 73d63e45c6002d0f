package org.junheng.population.internal.years;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.census.Lineage;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Standing;

/**
 * Each month's changes of residence: families who leave, change township, arrive from elsewhere and go again, at
 * assumed rates; the returns of the absent balance them, so that the residents follow their figures.
 */
final class Moves {

    private static final int TRIES = 20_000;

    private final Roll roll;
    private final Lineage lineage;
    private final Assumptions assumptions;
    private final double scale;
    private final Path residents;
    private final Chance chance;
    private final Gazetteer gazetteer;

    Moves(Roll roll, Lineage lineage, Assumptions assumptions, double scale) {
        this.roll = roll;
        this.lineage = lineage;
        this.assumptions = assumptions;
        this.scale = scale;
        this.chance = roll.world().chance("moves");
        this.gazetteer = roll.world().gazetteer;
        this.residents = new Path(assumptions, "residents", scale, roll.residents() / scale);
    }

    void happen(Month month) {
        within(month);
        leave(month);
        arrive(month);
        depart(month);
        balance(month);
    }

    /** Families who take up another township. */
    private void within(Month month) {
        int count = chance.round(roll.residents() * 0.75 * assumptions.value("within.permille") / 12_000);
        for (int i = 0; i < count; i++) {
            Person head = find(month, person -> person.standing == Standing.AT_HOME && isAged(person, 22, 80, month));
            int place = gazetteer.attraction(chance);
            if (head != null && place != head.residence.current()) {
                move(Families.of(head, month), place, Reason.HOUSING, month);
            }
        }
    }

    private void leave(Month month) {
        int count = chance.round(roll.residents() * 0.27 * assumptions.value("leaving.permille") / 12_000);
        for (int i = 0; i < count; i++) {
            Person head = find(month, person -> person.standing == Standing.AT_HOME && isAged(person, 18, 46, month));
            if (head != null) {
                leave(head, Integer.MAX_VALUE, month);
            }
        }
    }

    private boolean leave(Person head, int atMost, Month month) {
        List<Person> family = chance.happens(0.5) ? Families.of(head, month) : List.of(head);
        Reason reason = head.age(month.first()) < 23 ? Reason.STUDY : Reason.WORK;
        return family.stream().filter(roll::isResident).count() <= atMost
                && move(family, gazetteer.destination(chance), reason, month);
    }

    /** Workers from elsewhere, without family here. */
    private void arrive(Month month) {
        int count = chance.round(assumptions.value("arrivals.year") * scale / 12);
        for (int i = 0; i < count; i++) {
            int birth = month.first() - (int) (Math.min(60, 19 + chance.exponential(13)) * Day.YEAR);
            Person person = roll.world().person(chance.happens(0.55), birth, Standing.INCOMER);
            int origin = chance.happens(0.5) ? gazetteer.farOrigin(chance) : gazetteer.origin(chance);
            person.hukou.begin(birth, origin);
            person.residence.begin(birth, origin);
            lineage.assign(person);
            roll.enter(person);
            person.entered = chance.between(month.first(), month.next());
            roll.moveHome(person, person.entered, gazetteer.attraction(chance), Reason.WORK);
        }
    }

    private void depart(Month month) {
        int count = chance.round(assumptions.value("departures.year") * scale / 12);
        for (int i = 0; i < count; i++) {
            Person head = find(
                    month,
                    person -> person.standing == Standing.INCOMER
                            && person.spouse(month.first()) == null
                            && isAged(person, 18, 70, month));
            if (head != null) {
                move(List.of(head), head.hukou.current(), Reason.WORK, month);
            }
        }
    }

    /** Returns until the residents are as many as their figure; leavers if they are more. */
    private void balance(Month month) {
        int target = residents.at(month);
        for (int tries = 0; tries < TRIES && roll.residents() != target; tries++) {
            int missing = target - roll.residents();
            if (missing > 0) {
                Person head = find(month, person -> person.standing == Standing.AWAY && isAged(person, 18, 66, month));
                comeBack(head, missing, month);
            } else {
                Person head =
                        find(month, person -> person.standing == Standing.AT_HOME && isAged(person, 18, 46, month));
                if (head != null) {
                    leave(head, -missing, month);
                }
            }
        }
    }

    private void comeBack(@Nullable Person head, int atMost, Month month) {
        if (head == null) {
            return;
        }
        List<Person> family = chance.happens(0.6) ? Families.of(head, month) : List.of(head);
        if (family.size() <= atMost) {
            int place = chance.happens(0.5) ? head.hukou.current() : gazetteer.attraction(chance);
            move(family, place, Reason.RETURN, month);
        }
    }

    private boolean move(List<Person> family, int place, Reason reason, Month month) {
        int day = month.dayAfter(Families.busyUntil(family), chance);
        if (day == Day.NEVER || family.stream().anyMatch(person -> person.cast)) {
            return false;
        }
        Person head = family.getFirst();
        family.forEach(person -> roll.moveHome(person, day, place, person == head ? reason : Reason.FAMILY));
        return true;
    }

    private @Nullable Person find(Month month, Predicate<Person> wanted) {
        for (int tries = 0; tries < TRIES; tries++) {
            Person person = chance.pick(roll.world().people);
            if (Roll.isFree(person, month) && wanted.test(person)) {
                return person;
            }
        }
        return null;
    }

    private static boolean isAged(Person person, int from, int to, Month month) {
        double age = Day.years(person.birth, month.first());
        return age >= from && age < to;
    }
}

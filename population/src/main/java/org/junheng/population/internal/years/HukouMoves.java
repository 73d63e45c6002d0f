package org.junheng.population.internal.years;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Standing;

/**
 * Each month's moves of hukou over the county's border: spouses from elsewhere who are registered here at last, and the
 * absent who are registered where they live, as many of each sex as bring the registered to their figures.
 */
final class HukouMoves {

    private static final int TRIES = 20_000;
    private static final int SETTLED = 540;

    private final Roll roll;
    private final Chance chance;
    private final Path men;
    private final Path women;
    private final double comingPerMonth;

    HukouMoves(Roll roll, Assumptions assumptions, double scale) {
        this.roll = roll;
        this.chance = roll.world().chance("hukou moves");
        this.men = new Path(assumptions, "hukou.male", scale, roll.registered(true) / scale);
        this.women = new Path(assumptions, "hukou.female", scale, roll.registered(false) / scale);
        this.comingPerMonth = assumptions.value("hukou.in.year") * scale / 12;
    }

    void happen(Month month) {
        int coming = chance.round(comingPerMonth);
        for (int i = 0; i < coming; i++) {
            come(find(month, person -> isSpouseFromElsewhere(person, month)), month);
        }
        leaveAsFamilies(month);
        balance(true, men.at(month), month);
        balance(false, women.at(month), month);
    }

    private boolean isSpouseFromElsewhere(Person person, Month month) {
        if (person.standing != Standing.INCOMER) {
            return false;
        }
        Person spouse = person.spouse(month.first() - 90);
        return spouse != null && !spouse.isDead() && roll.isRegistered(spouse);
    }

    private void come(@Nullable Person person, Month month) {
        int day = person == null ? Day.NEVER : month.dayAfter(person.busyUntil, chance);
        if (person == null || day == Day.NEVER) {
            return;
        }
        Person spouse = person.spouse(month.first());
        if (spouse != null && roll.isRegistered(spouse)) {
            roll.moveHukou(person, day, spouse.hukou.current(), Reason.MARRIAGE);
        } else {
            roll.moveHukou(person, day, person.residence.current(), Reason.SETTLEMENT);
        }
    }

    /** Families settled elsewhere, as long as they fit into what is to leave of each sex. */
    private void leaveAsFamilies(Month month) {
        for (int tries = 0; tries < TRIES; tries++) {
            int tooManyMen = roll.registered(true) - men.at(month);
            int tooManyWomen = roll.registered(false) - women.at(month);
            if (tooManyMen < 2 || tooManyWomen < 2) {
                return;
            }
            Person head = find(month, person -> isSettledElsewhere(person, month));
            if (head == null) {
                return;
            }
            List<Person> family =
                    Families.of(head, month).stream().filter(roll::isRegistered).toList();
            long boys = family.stream().filter(person -> person.male).count();
            if (boys <= tooManyMen && family.size() - boys <= tooManyWomen) {
                leave(family, month);
            }
        }
    }

    private static boolean isSettledElsewhere(Person person, Month month) {
        double age = Day.years(person.birth, month.first());
        return person.standing == Standing.AWAY
                && age >= 20
                && age < 58
                && person.residence.since() < month.first() - SETTLED;
    }

    private void leave(List<Person> family, Month month) {
        int day = month.dayAfter(Families.busyUntil(family), chance);
        if (day != Day.NEVER && family.stream().noneMatch(person -> person.cast)) {
            family.forEach(person -> roll.moveHukou(person, day, person.residence.current(), Reason.SETTLEMENT));
        }
    }

    /** Single persons of one sex until the figure is reached exactly. */
    private void balance(boolean ofMen, int target, Month month) {
        for (int tries = 0; tries < TRIES && roll.registered(ofMen) != target; tries++) {
            if (roll.registered(ofMen) > target) {
                Person person = find(month, each -> each.male == ofMen && isSettledElsewhere(each, month));
                if (person != null) {
                    leave(List.of(person), month);
                }
            } else {
                come(find(month, each -> each.male == ofMen && each.standing == Standing.INCOMER), month);
            }
        }
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
}

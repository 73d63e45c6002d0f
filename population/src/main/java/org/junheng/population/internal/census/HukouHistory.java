package org.junheng.population.internal.census;

import org.jspecify.annotations.Nullable;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/**
 * Where everybody was registered since birth: with the father, else the mother; a wife mostly at her husband's township
 * from some time after the wedding; grown children who left, where they went.
 */
final class HukouHistory {

    private static final double WIFE_MOVES = 0.93;
    private static final double FAR_SHARE = 0.488;

    private final Gazetteer gazetteer;
    private final Chance chance;

    HukouHistory(World world) {
        this.gazetteer = world.gazetteer;
        this.chance = world.chance("hukou history");
    }

    /** Settles a person, parents and husband first where it depends on them. */
    void settle(Person person) {
        if (!person.hukou.isEmpty()) {
            return;
        }
        settleIfAny(person.father);
        settleIfAny(person.mother);
        boolean family = person.father != null || person.mother != null;
        if (person.standing == Standing.RELATIVE) {
            relative(person, family);
        } else if (person.standing == Standing.INCOMER) {
            person.hukou.begin(person.birth, family ? parentsPlace(person, false) : elsewhere());
        } else if (person.fromElsewhere) {
            person.hukou.begin(person.birth, elsewhere());
            arrive(person);
        } else {
            person.hukou.begin(person.birth, parentsPlace(person, true));
            followHusband(person);
        }
    }

    private void settleIfAny(@Nullable Person parent) {
        if (parent != null) {
            settle(parent);
        }
    }

    /** The parents' place at birth; a township of the county, or a county elsewhere. */
    private int parentsPlace(Person child, boolean here) {
        for (Person parent : new @Nullable Person[] {child.father, child.mother}) {
            if (parent == null) {
                continue;
            }
            int then = parent.hukou.at(child.birth);
            if (gazetteer.isHere(then) == here) {
                return then;
            }
            if (gazetteer.isHere(parent.hukou.current()) == here) {
                return parent.hukou.current();
            }
        }
        return here ? gazetteer.township(chance) : elsewhere();
    }

    private int elsewhere() {
        return chance.happens(FAR_SHARE) ? gazetteer.farOrigin(chance) : gazetteer.origin(chance);
    }

    private void followHusband(Person wife) {
        Union union = wife.male || wife.unions.isEmpty() ? null : wife.unions.getLast();
        if (union == null || !union.husband.standing.isRegistered() || !chance.happens(WIFE_MOVES)) {
            return;
        }
        settle(union.husband);
        move(wife, union.married + chance.between(5, 200), union.husband.hukou.current(), Reason.MARRIAGE);
    }

    /** Registered here since the wedding, or as a young adult. */
    private void arrive(Person person) {
        Union union = person.unions.getLast();
        Person partner = union.other(person);
        int town;
        if (!person.male && partner.standing.isRegistered()) {
            settle(partner);
            town = partner.hukou.current();
        } else {
            town = gazetteer.township(chance);
        }
        int day = Math.min(union.married + chance.between(5, 300), Day.CENSUS - 1);
        person.hukou.move(day, gazetteer.isHere(town) ? town : gazetteer.township(chance), Reason.MARRIAGE);
    }

    private void relative(Person person, boolean family) {
        boolean grown = person.age(Day.CENSUS) >= 19;
        if (!family) {
            person.hukou.begin(person.birth, elsewhere());
        } else if (!grown) {
            person.hukou.begin(person.birth, gazetteer.destination(chance));
        } else {
            person.hukou.begin(person.birth, parentsPlace(person, true));
            int day = person.birth + (int) (chance.normal(25, 3) * Day.YEAR);
            int latest = Day.CENSUS - 1;
            int earliest = Day.birthday(person.birth, 18);
            int place = chance.happens(0.5) ? gazetteer.origin(chance) : gazetteer.destination(chance);
            person.hukou.move(
                    Math.clamp(day, earliest, latest), place, person.male ? Reason.SETTLEMENT : Reason.MARRIAGE);
        }
    }

    private static void move(Person person, int day, int area, Reason reason) {
        int within = Math.min(day, Math.min(person.death, Day.CENSUS) - 1);
        if (within > person.hukou.since()) {
            person.hukou.move(within, area, reason);
        }
    }
}

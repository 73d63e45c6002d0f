package org.junheng.population.internal.census;

import org.jspecify.annotations.Nullable;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Spells;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/**
 * Where everybody lived since birth: children with a parent until grown, wives with their husbands since the wedding,
 * some families in another township than their own, the absent where they went to work. Ends where the census found
 * them.
 */
final class ResidenceHistory {

    private static final int GROWN = 18;
    private static final int USUAL = 183;
    /** Men and single women who took up another township; wives and children follow. */
    private static final double MOVES_WITHIN = 0.128;

    private final Gazetteer gazetteer;
    private final Chance chance;

    ResidenceHistory(World world) {
        this.gazetteer = world.gazetteer;
        this.chance = world.chance("residence history");
    }

    /** Settles a person, parents and husband first. */
    void settle(Person person) {
        if (!person.residence.isEmpty()) {
            return;
        }
        settleIfAny(person.father);
        settleIfAny(person.mother);
        childhood(person);
        Union union = person.male || person.unions.isEmpty() ? null : person.unions.getLast();
        if (union != null && follows(person, union.husband)) {
            settle(union.husband);
            follow(person, union.husband.residence, union.married, Math.min(union.ended, Day.CENSUS));
        } else {
            withinCounty(person);
        }
        endWhereFound(person);
    }

    private void settleIfAny(@Nullable Person parent) {
        if (parent != null) {
            settle(parent);
        }
    }

    private void childhood(Person person) {
        Person parent = parentAtHome(person);
        if (parent == null) {
            boolean husbandElsewhere = person.standing == Standing.RELATIVE && person.male;
            int place = husbandElsewhere ? gazetteer.destination(chance) : person.hukou.at(person.birth);
            person.residence.begin(person.birth, place);
            return;
        }
        person.residence.begin(person.birth, parent.residence.at(person.birth));
        int grown = Math.min(Day.birthday(person.birth, GROWN), Day.CENSUS);
        copy(person, parent.residence, Math.min(grown, parent.death), Reason.FAMILY);
    }

    /** The parent a child of this standing grew up with. */
    private @Nullable Person parentAtHome(Person person) {
        boolean away = person.standing == Standing.AWAY;
        for (Person parent : new @Nullable Person[] {person.father, person.mother}) {
            if (parent != null && (away ? parent.standing == Standing.AWAY : parent.standing.isResident())) {
                return parent;
            }
        }
        return away && person.father != null ? person.father : null;
    }

    private void copy(Person person, Spells spells, int until, Reason reason) {
        for (int i = 1; i < spells.size(); i++) {
            if (spells.day(i) < until) {
                go(person, spells.day(i), spells.area(i), reason);
            }
        }
    }

    private static boolean follows(Person wife, Person husband) {
        return switch (wife.standing) {
            case AT_HOME -> husband.standing == Standing.AT_HOME;
            case AWAY -> husband.standing == Standing.AWAY || husband.standing == Standing.RELATIVE;
            case INCOMER -> husband.standing.isResident();
            case RELATIVE -> husband.standing == Standing.AWAY;
        };
    }

    private void follow(Person wife, Spells husband, int married, int until) {
        go(wife, married, husband.at(married), Reason.MARRIAGE);
        for (int i = 1; i < husband.size(); i++) {
            if (husband.day(i) > married && husband.day(i) < until) {
                go(wife, husband.day(i), husband.area(i), husband.reason(i));
            }
        }
    }

    private void withinCounty(Person person) {
        boolean settled = person.standing == Standing.AT_HOME && person.age(Day.CENSUS) >= 22;
        if (settled && chance.happens(MOVES_WITHIN)) {
            int first = Math.max(Day.birthday(person.birth, 21), Day.of(1996, 1, 1));
            go(person, chance.between(first, Day.CENSUS - USUAL), gazetteer.attraction(chance), Reason.HOUSING);
        }
    }

    /** The absent must have left, the residents have come, six months before the census where life is long enough. */
    private void endWhereFound(Person person) {
        boolean isHere = gazetteer.isHere(person.residence.current());
        if (person.standing.isResident() && !isHere) {
            int place =
                    gazetteer.isHere(person.hukou.current()) ? person.hukou.current() : gazetteer.attraction(chance);
            end(person, place, person.standing == Standing.AT_HOME ? Reason.RETURN : Reason.WORK);
        } else if (person.standing == Standing.AWAY && isHere) {
            end(person, gazetteer.destination(chance), Reason.WORK);
        } else if (person.standing == Standing.RELATIVE && isHere) {
            leaveWithHukou(person);
        }
    }

    private void end(Person person, int place, Reason reason) {
        int day = lastMove(person);
        if (day < Math.min(person.death, Day.CENSUS)) {
            go(person, day, place, reason);
        } else {
            person.residence.replaceLast(place, reason);
        }
    }

    private void leaveWithHukou(Person person) {
        int place = person.hukou.current();
        int day = Math.max(person.hukou.since() - chance.between(0, 700), person.residence.since() + 1);
        go(person, day, gazetteer.isHere(place) ? gazetteer.destination(chance) : place, Reason.WORK);
    }

    private int lastMove(Person person) {
        int earliest = person.residence.since() + 1;
        int latest = Math.max(earliest, Math.min(person.death, Day.CENSUS) - USUAL);
        int drawn = person.birth + (int) ((16 + chance.exponential(7)) * Day.YEAR);
        if (drawn > earliest && drawn < latest) {
            return drawn;
        }
        int grown = Math.max(earliest, Math.min(latest, Day.birthday(person.birth, 16)));
        return chance.between(grown, latest);
    }

    private void go(Person person, int day, int area, Reason reason) {
        if (day > person.residence.since() && day < Math.min(person.death, Day.CENSUS)) {
            person.residence.move(day, area, reason);
        }
    }
}

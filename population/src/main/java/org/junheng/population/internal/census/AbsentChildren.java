package org.junheng.population.internal.census;

import java.util.List;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Mortality;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/**
 * The children that families have and the census of the county does not count: grown ones who live and are registered
 * elsewhere, daughters above all, and those who died, most of them small.
 */
public final class AbsentChildren {

    private static final int GROWN_FAMILY = 42;
    private static final double ELSEWHERE_OF_YOUNG = 0.10;
    private static final double DAUGHTERS = 0.68;
    private static final double LATER_DEATH = 0.28;

    private final World world;
    private final Mortality mortality;
    private final Chance chance;

    public AbsentChildren(World world, Mortality mortality) {
        this.world = world;
        this.mortality = mortality;
        this.chance = world.chance("absent children");
    }

    public void complete() {
        for (Union union : List.copyOf(world.unions)) {
            if (union.wife.cast || !union.husband.standing.isRegistered() && !union.wife.standing.isRegistered()) {
                continue;
            }
            boolean grown = union.wife.age(Day.CENSUS) >= GROWN_FAMILY;
            for (int missing = union.intended - union.children.size(); missing > 0; missing--) {
                if (grown || chance.happens(ELSEWHERE_OF_YOUNG)) {
                    add(union, chance.happens(deadShare(union)));
                }
            }
            if (chance.happens(deadShare(union))) {
                add(union, true);
            }
        }
    }

    /** Children who died before the census, by the mother's time; small families lost fewer. */
    private static double deadShare(Union union) {
        int year = Day.year(union.wife.birth);
        return year < 1945 ? 0.16 : year < 1955 ? 0.10 : year < 1970 ? 0.06 : 0.04;
    }

    private void add(Union union, boolean dead) {
        int first = union.married + 300;
        int last = Math.min(Math.min(union.ended, Day.CENSUS - 30), Day.birthday(union.wife.birth, 42));
        for (int tries = 0; tries < 12 && first < last; tries++) {
            int day = chance.between(first, last);
            if (Spacing.allows(union, day)) {
                Person child = world.person(chance.happens(dead ? 0.54 : 1 - DAUGHTERS), day, Standing.RELATIVE);
                union.add(child);
                if (dead) {
                    bury(child);
                }
                return;
            }
        }
    }

    private void bury(Person child) {
        double age = Day.years(child.birth, Day.CENSUS);
        boolean late = age > 12 && chance.happens(LATER_DEATH);
        double years = late
                ? mortality.ageAtDeath(10, Math.min(age, 45), child.male, chance)
                : Math.min(chance.exponential(0.6), age * 0.9);
        child.death = Math.min(child.birth + Math.max(1, (int) (years * Day.YEAR)), Day.CENSUS - 1);
        child.standing = Standing.AT_HOME;
    }
}

package org.junheng.population.internal.census;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junheng.population.internal.model.AgeSchedule;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Union;

/**
 * Couples by the wife's year of birth, to draw one who may have had a child on a day: first her age by fertility and
 * the number of couples of it, then a couple, kept by a weight.
 */
final class Nurseries {

    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 120;
    private static final int YOUNGEST = 17;
    private static final int OLDEST = 46;
    private static final double LEAST_FERTILITY = 2;

    private final boolean untilComplete;
    private final List<List<Union>> byYear = new ArrayList<>();
    private final double[] fertility = new double[OLDEST + 1];
    private final double[] upTo = new double[OLDEST + 1];

    /** @param all the couples; @param untilComplete whether those who have all their children are put aside */
    Nurseries(Collection<Union> all, boolean untilComplete) {
        this.untilComplete = untilComplete;
        AgeSchedule schedule = AgeSchedule.of("fertility");
        for (int age = YOUNGEST; age <= OLDEST; age++) {
            fertility[age] = Math.max(LEAST_FERTILITY, schedule.line(age, false));
        }
        for (int year = 0; year < YEARS; year++) {
            byYear.add(new ArrayList<>());
        }
        for (Union union : all) {
            couples(Day.year(union.wife.birth)).add(union);
        }
    }

    private List<Union> couples(int year) {
        return byYear.get(Math.clamp(year - FIRST_YEAR, 0, YEARS - 1));
    }

    /** A couple by weights of at most one, if one is found in so many tries. */
    Optional<Union> draw(int day, int tries, ToDoubleFunction<Union> weight, Chance chance) {
        int year = Day.year(day);
        for (int i = 0; i < tries; i++) {
            if (i % 32 == 0) {
                sum(year);
            }
            List<Union> couples = couples(year - age(chance));
            if (couples.isEmpty()) {
                continue;
            }
            int place = chance.below(couples.size());
            Union union = couples.get(place);
            if (untilComplete && union.children.size() >= union.intended) {
                couples.set(place, couples.getLast());
                couples.removeLast();
            } else if (chance.happens(weight.applyAsDouble(union))) {
                return Optional.of(union);
            }
        }
        return Optional.empty();
    }

    private void sum(int year) {
        double sum = 0;
        for (int age = YOUNGEST; age <= OLDEST; age++) {
            sum += fertility[age] * couples(year - age).size();
            upTo[age] = sum;
        }
    }

    private int age(Chance chance) {
        double mark = chance.real() * upTo[OLDEST];
        int age = YOUNGEST;
        while (age < OLDEST && upTo[age] <= mark) {
            age++;
        }
        return age;
    }
}

package org.junheng.population.internal.years;

import org.junheng.population.Assumptions;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Union;

/** Each month's divorces, most often some years after the wedding. */
final class Divorces {

    private static final int TRIES = 4000;

    private final Roll roll;
    private final Quota quota;
    private final Chance chance;

    Divorces(Roll roll, Assumptions assumptions, double scale) {
        this.roll = roll;
        this.chance = roll.world().chance("divorces");
        this.quota = new Quota(assumptions, "divorces", scale, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    void happen(Month month) {
        int missing = quota.of(month);
        for (int tries = 0; tries < TRIES && missing > 0; tries++) {
            Union union = chance.pick(roll.world().unions);
            if (mayEnd(union, month) && chance.happens(weight(Day.years(union.married, month.first())))) {
                int day = month.dayAfter(Math.max(union.husband.busyUntil, union.wife.busyUntil), chance);
                union.end(day, false);
                union.husband.happened(day);
                union.wife.happened(day);
                missing--;
            }
        }
    }

    private boolean mayEnd(Union union, Month month) {
        return union.ended == Day.NEVER
                && union.married + 60 < month.first()
                && Roll.isFree(union.husband, month)
                && Roll.isFree(union.wife, month)
                && (roll.isRegistered(union.husband) || roll.isRegistered(union.wife));
    }

    private static double weight(double years) {
        return years < 2 ? 0.5 : years < 12 ? 1 : years < 25 ? 0.4 : 0.08;
    }
}

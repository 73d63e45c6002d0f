package org.junheng.population.internal.census;

import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Union;

/** When a couple may have had a child: married, both of an age, the last child some time ago. */
public final class Spacing {

    /** Days between two births of one mother. */
    public static final int LEAST = 330;

    private static final int AFTER_WEDDING = 190;
    private static final int AFTER_FATHER = 260;
    private static final double YOUNGEST_MOTHER = 16.5;
    private static final double OLDEST_MOTHER = 48;

    private Spacing() {}

    public static boolean allows(Union union, int day) {
        double mother = Day.years(union.wife.birth, day);
        return day >= union.married + AFTER_WEDDING
                && (union.ended == Day.NEVER || day < union.ended + (diedFirst(union) ? AFTER_FATHER : 0))
                && day < union.wife.death
                && mother >= YOUNGEST_MOTHER
                && mother < OLDEST_MOTHER
                && isFree(union.wife, day);
    }

    /** Whether no child of hers was born within the least distance. */
    private static boolean isFree(Person wife, int day) {
        if (day - wife.lastBirth >= LEAST) {
            return true;
        }
        for (Union union : wife.unions) {
            for (Person child : union.children) {
                if (Math.abs(child.birth - day) < LEAST) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean diedFirst(Union union) {
        return union.endedByDeath && union.husband.death == union.ended;
    }

    /** How likely a birth is by the time since the wedding or the last child: soon after the one, not the other. */
    public static double weight(Union union, int day) {
        if (union.children.isEmpty()) {
            int since = day - union.married;
            return since < 1200 ? 1 : since < 2500 ? 0.45 : 0.12;
        }
        int since = day - union.children.getLast().birth;
        return since < 600 ? 0.15 : since < 3000 ? 1 : 0.35;
    }
}

package org.junheng.population.internal.years;

import java.util.ArrayList;
import java.util.List;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.census.Lineage;
import org.junheng.population.internal.census.Spacing;
import org.junheng.population.internal.model.AgeSchedule;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;

/**
 * Each month's births: as many children registered here as the year's figure says, to couples by the wife's age, her
 * children so far and the time since the last; those of residents without local hukou at the same rate.
 */
final class Births {

    private static final double[] BY_CHILDREN = {1, 0.36, 0.055, 0.02};
    private static final int OLDEST_MOTHER = (int) (47.5 * Day.YEAR);
    private static final double FATHERS_HUKOU = 0.85;

    private final Roll roll;
    private final Lineage lineage;
    private final Quota quota;
    private final Chance chance;
    private final AgeSchedule fertility = AgeSchedule.of("fertility");
    private final double awayLevel;
    private final List<Union> fertile = new ArrayList<>();
    private int gathered;
    private int seen;
    private final double leftBehind;
    private final double boys;
    private final double twins;

    Births(Roll roll, Lineage lineage, Assumptions assumptions, double scale) {
        this.roll = roll;
        this.lineage = lineage;
        this.chance = roll.world().chance("births");
        this.quota = new Quota(assumptions, "births", scale, 96, 90, 94, 92, 94, 95, 101, 105, 108, 112, 107, 106);
        this.awayLevel = assumptions.value("away.fertility");
        this.leftBehind = assumptions.share("left.behind.percent");
        this.boys = assumptions.value("srb") / (100 + assumptions.value("srb"));
        this.twins = assumptions.share("twins.percent");
    }

    void happen(Month month) {
        List<Union> couples = fertile(month);
        Draw<Union> registered = new Draw<>(couples.size());
        Draw<Union> others = new Draw<>(couples.size());
        for (Union union : couples) {
            if (mayBear(union, month)) {
                boolean here = union.husband.standing.isRegistered() || union.wife.standing.isRegistered();
                (here ? registered : others).put(union, weight(union, month));
            }
        }
        int planned = roll.bornAsPlanned(month).size();
        int missing = Math.max(0, quota.of(month) - planned);
        others.each(missing / registered.total(), chance).stream()
                .filter(union -> union.wife.standing == Standing.INCOMER)
                .forEach(union -> deliver(union, month, false));
        List<Union> mothers = registered.some(missing, chance);
        chance.shuffle(mothers);
        for (Union union : mothers) {
            if (missing > 0) {
                missing -= deliver(union, month, missing > 1);
            }
        }
    }

    /** Couples of an age to bear, gathered once a year, with those married since. */
    private List<Union> fertile(Month month) {
        List<Union> all = roll.world().unions;
        if (gathered != month.year()) {
            gathered = month.year();
            fertile.clear();
            seen = 0;
        }
        for (Union union : all.subList(seen, all.size())) {
            if (union.ended == Day.NEVER && union.wife.birth > month.first() - OLDEST_MOTHER) {
                fertile.add(union);
            }
        }
        seen = all.size();
        return fertile;
    }

    private static boolean mayBear(Union union, Month month) {
        return union.ended == Day.NEVER
                && union.wife.birth > month.first() - OLDEST_MOTHER
                && Roll.isFree(union.wife, month)
                && Spacing.allows(union, month.first());
    }

    private double weight(Union union, Month month) {
        int age = (int) Day.years(union.wife.birth, month.first());
        int children = 0;
        for (Union each : union.wife.unions) {
            children += each.children.size();
        }
        double byChildren = BY_CHILDREN[Math.min(children, BY_CHILDREN.length - 1)];
        double byPlace = union.wife.standing == Standing.AT_HOME ? 1 : awayLevel;
        return fertility.line(age, false) * byChildren * byPlace * Spacing.weight(union, month.first());
    }

    private int deliver(Union union, Month month, boolean mayBeTwins) {
        int day = month.dayAfter(union.wife.busyUntil, chance);
        int count = mayBeTwins && chance.happens(twins) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            bear(union, day).plurality = count;
        }
        union.wife.happened(day);
        return count;
    }

    private Person bear(Union union, int day) {
        Person child = roll.world().person(chance.happens(boys), day, Standing.AT_HOME);
        union.add(child);
        lineage.assign(child);
        child.hukou.begin(day, hukou(union));
        child.residence.begin(day, home(union, child));
        child.managedAway = union.husband.managedAway || union.wife.managedAway;
        child.happened(day);
        roll.enter(child);
        return child;
    }

    /** With the mother; some children of absent mothers with grandparents in the county. */
    private int home(Union union, Person child) {
        boolean registered = roll.world().gazetteer.isHere(child.hukou.current());
        boolean behind = registered && union.wife.standing == Standing.AWAY && chance.happens(leftBehind);
        return behind ? child.hukou.current() : union.wife.residence.at(child.birth);
    }

    private int hukou(Union union) {
        boolean father = roll.isRegistered(union.husband);
        boolean mother = roll.isRegistered(union.wife);
        if (father && mother) {
            return (chance.happens(FATHERS_HUKOU) ? union.husband : union.wife).hukou.current();
        }
        return (mother ? union.wife : union.husband).hukou.current();
    }
}

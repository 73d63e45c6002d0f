package org.junheng.population.internal.census;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Lottery;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Surnames;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/** What goes down the generations: surname, ethnicity and the historic category of the hukou. */
public final class Lineage {

    private static final int HAN = 1;
    private static final int SHE = 22;
    /** Relative to the share of residents: children of mixed couples often take the minority. */
    private static final double ROOTS = 0.40;
    /** Higher, since most of the absent have parents at home. */
    private static final double ROOTS_AWAY = 2.2;

    private static final double SHE_MARRY_SHE = 0.32;
    private static final double MINORITY_OF_FAR = 0.09;
    private static final double MOTHERS_MINORITY = 0.5;
    private static final int NEW_CUSTOM = Day.of(2005, 1, 1);

    private final World world;
    private final Chance chance;
    private final Surnames surnames;
    private final double minorityAtHome;
    private final double minorityAway;
    private final double agricultural;
    private final Lottery<Integer> farMinorities = new Lottery<Integer>()
            .put(6, 30)
            .put(15, 22)
            .put(12, 14)
            .put(9, 12)
            .put(7, 10)
            .put(8, 8)
            .put(14, 4);

    /** @param minorityPercent share of minorities among the residents of the census */
    public Lineage(World world, Surnames surnames, double minorityPercent, Assumptions assumptions) {
        this.world = world;
        this.chance = world.chance("lineage");
        this.surnames = surnames;
        this.minorityAtHome = ROOTS * minorityPercent / 100;
        this.minorityAway = ROOTS_AWAY * assumptions.share("away.minority.percent");
        this.agricultural = assumptions.share("agricultural.percent");
    }

    /** Everybody of the founding, the oldest first. */
    public void assignAll() {
        world.people.stream()
                .sorted(Comparator.<Person>comparingInt(person -> person.birth).thenComparingInt(person -> person.key))
                .forEach(this::assign);
    }

    /** One person whose parents have theirs. */
    public void assign(Person person) {
        Person parent = person.father != null ? person.father : person.mother;
        if (parent == null || parent.surname < 0) {
            begin(person);
        } else {
            inherit(person, parent);
        }
    }

    private void inherit(Person child, Person parent) {
        Person mother = child.mother;
        child.surname = parent.surname;
        child.ethnicity = parent.ethnicity;
        child.agricultural = parent.agricultural;
        if (mother == null || mother == parent || mother.surname < 0) {
            return;
        }
        if (chance.happens(child.birth < NEW_CUSTOM ? 0.012 : 0.07)) {
            child.surname = mother.surname;
        }
        if (mother.ethnicity != HAN && parent.ethnicity == HAN && chance.happens(MOTHERS_MINORITY)) {
            child.ethnicity = mother.ethnicity;
        }
    }

    private void begin(Person person) {
        boolean far = person.standing == Standing.INCOMER && chance.happens(0.5);
        person.ethnicity = ethnicity(person, far);
        person.surname = surname(person, far);
        person.agricultural = chance.happens(agricultural);
    }

    private int ethnicity(Person person, boolean far) {
        if (far) {
            return chance.happens(MINORITY_OF_FAR) ? farMinorities.draw(chance) : HAN;
        }
        double share = person.standing == Standing.AWAY ? minorityAway : minorityAtHome;
        if (!person.male && isHusbandShe(person)) {
            share = SHE_MARRY_SHE;
        }
        return chance.happens(share) ? SHE : HAN;
    }

    private static boolean isHusbandShe(Person wife) {
        @Nullable Union union = wife.unions.isEmpty() ? null : wife.unions.getFirst();
        return union != null && union.husband.ethnicity == SHE;
    }

    private int surname(Person person, boolean far) {
        if (person.ethnicity == SHE) {
            return surnames.she(chance);
        }
        return far ? surnames.far(chance) : surnames.local(chance);
    }
}

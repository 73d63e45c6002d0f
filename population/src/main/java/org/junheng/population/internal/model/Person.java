package org.junheng.population.internal.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A synthetic person while the county is made. Days are those of {@link Day}, places indexes of the gazetteer. */
public final class Person {

    public final int key;
    public final boolean male;
    public final Spells hukou = new Spells();
    public final Spells residence = new Spells();
    public final List<Union> unions = new ArrayList<>(1);
    public int birth;
    public int death = Day.NEVER;
    public @Nullable Person mother;
    public @Nullable Person father;
    public Standing standing;
    /** 1 for a single birth, 2 for a twin. */
    public int plurality = 1;
    /** Index in the list of surnames; negative until given. */
    public int surname = -1;
    /** Code of GB/T 3304 as a number. */
    public int ethnicity;
    /** Registered here but born elsewhere. */
    public boolean fromElsewhere;

    public boolean agricultural;
    public boolean managedAway;
    /** Of women: the day of the last birth so far. */
    public int lastBirth = Integer.MIN_VALUE / 2;
    /** Of the demonstration families: nothing happens to them by chance. */
    public boolean cast;
    /** The day on which somebody from elsewhere came into a family or to the county. */
    public int entered = Integer.MIN_VALUE;
    /** Something happened to them up to this day; the next thing comes later. */
    public int busyUntil = Integer.MIN_VALUE;

    Person(int key, boolean male, int birth, Standing standing) {
        this.key = key;
        this.male = male;
        this.birth = birth;
        this.standing = standing;
    }

    public boolean isAlive(int on) {
        return on < death;
    }

    public boolean isDead() {
        return death != Day.NEVER;
    }

    /** Age at last birthday. */
    public int age(int on) {
        return Day.age(birth, on);
    }

    /** The marriage in force on a day. */
    public @Nullable Union marriage(int on) {
        for (int i = unions.size() - 1; i >= 0; i--) {
            if (unions.get(i).isActive(on)) {
                return unions.get(i);
            }
        }
        return null;
    }

    /** The partner of the marriage in force on a day. */
    public @Nullable Person spouse(int on) {
        Union marriage = marriage(on);
        return marriage == null ? null : marriage.other(this);
    }

    /** Whether ever married up to a day. */
    public boolean everMarried(int on) {
        return !unions.isEmpty() && unions.getFirst().married <= on;
    }

    /** Nothing else may happen to this person before the day after. */
    public void happened(int day) {
        busyUntil = Math.max(busyUntil, day);
    }
}

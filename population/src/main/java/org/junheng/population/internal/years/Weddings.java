package org.junheng.population.internal.years;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.census.Lineage;
import org.junheng.population.internal.model.AgeSchedule;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.MarriageLaw;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Suitors;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.WifeCohorts;

/**
 * Each month's weddings: brides by age, grooms of a fitting age from the same place mostly; a share of partners come
 * from elsewhere, where brides come to live and others leave to.
 */
final class Weddings {

    private static final double MARRY_AGAIN = 0.3;
    private static final double SAME_PLACE = 0.85;
    private static final double BRIDE_JOINS = 0.75;
    private static final double HUKOU_FOLLOWS = 0.4;
    private static final int TRIES = 6000;
    private static final double MOST = 125;

    private final Roll roll;
    private final Lineage lineage;
    private final Quota quota;
    private final double outside;
    private final Chance chance;
    private final Gazetteer gazetteer;
    private final WifeCohorts cohorts = new WifeCohorts();
    private final AgeSchedule ages = AgeSchedule.of("wedding");
    private List<Person> brides = List.of();
    private Suitors grooms;
    private int rebuilt;

    Weddings(Roll roll, Lineage lineage, Assumptions assumptions, double scale) {
        this.roll = roll;
        this.lineage = lineage;
        this.chance = roll.world().chance("weddings");
        this.gazetteer = roll.world().gazetteer;
        this.outside = assumptions.share("outside.spouse.percent");
        this.quota = new Quota(assumptions, "weddings", scale, 105, 95, 85, 75, 115, 70, 75, 95, 80, 120, 100, 95);
        this.grooms = new Suitors(List.of(), chance);
    }

    void happen(Month month) {
        if (rebuilt != month.year()) {
            gather(month);
        }
        int missing = quota.of(month);
        for (int tries = 0; tries < TRIES && missing > 0; tries++) {
            Person one = chance.pick(brides);
            if (isSingle(one, month) && chance.happens(weight(one, month))) {
                missing -= wed(one, month) ? 1 : 0;
            }
        }
    }

    /** Those who may marry in this year: women of the county as they come, men by place and age. */
    private void gather(Month month) {
        List<Person> women = new ArrayList<>();
        List<Person> men = new ArrayList<>();
        for (Person person : roll.world().people) {
            boolean here = person.standing != Standing.RELATIVE;
            if (here && isSingle(person, month) && person.age(month.first()) < 60) {
                (person.male ? men : women).add(person);
            }
        }
        brides = women;
        grooms = new Suitors(men, chance);
        rebuilt = month.year();
    }

    private static boolean isSingle(Person person, Month month) {
        return Roll.isFree(person, month)
                && MarriageLaw.allows(person, month.first())
                && (person.unions.isEmpty() || person.unions.getLast().ended < month.first() - 30);
    }

    private double weight(Person bride, Month month) {
        double byAge = ages.line(bride.age(month.first()), false) / MOST;
        return bride.unions.isEmpty() ? byAge : byAge * MARRY_AGAIN;
    }

    private boolean wed(Person bride, Month month) {
        if (chance.happens(outside)) {
            if (chance.happens(0.5)) {
                return groomFor(bride, month)
                        .map(groom -> comeToMarry(groom, month))
                        .orElse(false);
            }
            return leaveToMarry(bride, month);
        }
        return groomFor(bride, month).map(groom -> marry(groom, bride, month)).orElse(false);
    }

    private Optional<Person> groomFor(Person bride, Month month) {
        int target = cohorts.husbandBirth(bride.birth, chance);
        boolean away = (bride.standing == Standing.AWAY) == chance.happens(SAME_PLACE);
        Standing wanted = away ? Standing.AWAY : Standing.AT_HOME;
        for (int tries = 0; tries < 5; tries++) {
            Optional<Person> groom = grooms.take(wanted, target);
            if (groom.isEmpty() || isSingle(groom.get(), month)) {
                return groom;
            }
        }
        return Optional.empty();
    }

    private boolean marry(Person groom, Person bride, Month month) {
        int day = month.dayAfter(Math.max(groom.busyUntil, bride.busyUntil), chance);
        if (day == Day.NEVER) {
            return false;
        }
        Union union = roll.world().marry(groom, bride, day);
        Person newcomer = groom.key > bride.key ? groom : bride;
        if (newcomer.entered == Day.NEVER) {
            newcomer.entered = day;
        }
        int place = groom.hukou.current();
        union.registeredAt = gazetteer.isHere(place) ? gazetteer.indexOf(gazetteer.county()) : place;
        groom.happened(day);
        bride.happened(day);
        if (chance.happens(BRIDE_JOINS) || groom.standing == bride.standing) {
            join(bride, groom, day, month);
        }
        return true;
    }

    /** The bride goes to live with the groom; her hukou follows within the month, if it does. */
    private void join(Person bride, Person groom, int day, Month month) {
        if (bride.residence.current() != groom.residence.current()) {
            roll.moveHome(bride, day, groom.residence.current(), Reason.MARRIAGE);
        }
        int later = month.dayAfter(day, chance);
        boolean follows = roll.isRegistered(bride) && roll.isRegistered(groom) && later != Day.NEVER;
        if (follows && chance.happens(HUKOU_FOLLOWS)) {
            roll.moveHukou(bride, later, groom.hukou.current(), Reason.MARRIAGE);
        }
    }

    /** A bride from elsewhere for a man of the county. */
    private boolean comeToMarry(Person groom, Month month) {
        int birth = Math.min(
                groom.birth + (int) chance.normal(2 * Day.YEAR, 1.5 * Day.YEAR),
                month.first() - (int) (20.5 * Day.YEAR));
        Person bride =
                stranger(false, birth, chance.happens(0.5) ? gazetteer.farOrigin(chance) : gazetteer.origin(chance));
        return marry(groom, bride, month);
    }

    /** A man from elsewhere for a bride of the county. */
    private boolean leaveToMarry(Person bride, Month month) {
        int birth = Math.min(cohorts.husbandBirth(bride.birth, chance), month.first() - (int) (22.5 * Day.YEAR));
        return marry(stranger(true, birth, gazetteer.destination(chance)), bride, month);
    }

    private Person stranger(boolean male, int birth, int place) {
        Person person = roll.world().person(male, birth, Standing.RELATIVE);
        person.hukou.begin(birth, place);
        person.residence.begin(birth, place);
        person.entered = Day.NEVER;
        lineage.assign(person);
        roll.enter(person);
        return person;
    }
}

package org.junheng.population.internal.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junheng.population.internal.model.AgeSchedule;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Lottery;
import org.junheng.population.internal.model.MarriageLaw;
import org.junheng.population.internal.model.Mortality;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Suitors;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.WifeCohorts;
import org.junheng.population.internal.model.World;

/**
 * The marriages of the census day. Who is married follows the shares never married and divorced by age; whether the
 * partner still lives follows mortality, so widowhood is a result; husbands are found among the men of the census, else
 * they are relatives from elsewhere or dead.
 */
public final class Matchmaker {

    private static final double HOME_BACHELOR = 0.55;
    private static final double WIDOWER_EXCESS = 3;
    private static final int YOUNGEST_HUSBAND = Day.CENSUS - (int) (23 * Day.YEAR);
    private static final double SECOND_MARRIAGE = 0.035;

    private final World world;
    private final Mortality mortality;
    private final Chance chance;
    private final WifeCohorts cohorts = new WifeCohorts();
    private final AgeSchedule neverMarried = AgeSchedule.of("never.married");
    private final AgeSchedule divorced = AgeSchedule.of("divorced");
    private final Lottery<Standing> husbandsAtHome = husbands(0.92, 0.05, 0.015);
    private final Lottery<Standing> husbandsAway = husbands(0.09, 0.78, 0);
    private final Lottery<Standing> husbandsOfIncomers = husbands(0.62, 0.05, 0.28);

    public Matchmaker(World world, Mortality mortality) {
        this.world = world;
        this.mortality = mortality;
        this.chance = world.chance("matchmaker");
    }

    private static Lottery<Standing> husbands(double atHome, double away, double incomer) {
        return new Lottery<Standing>()
                .put(Standing.AT_HOME, atHome)
                .put(Standing.AWAY, away)
                .put(Standing.INCOMER, incomer)
                .put(Standing.RELATIVE, 1 - atHome - away - incomer);
    }

    public void match() {
        List<Person> married = new ArrayList<>();
        List<Person> separated = new ArrayList<>();
        List<Person> women = new ArrayList<>();
        for (Person person : world.people) {
            if (person.cast || !MarriageLaw.allows(person, Day.CENSUS - 1) || staysSingle(person)) {
                continue;
            }
            if (!person.male) {
                women.add(person);
            } else {
                (isDivorced(person) ? separated : married).add(person);
            }
        }
        chance.shuffle(women);
        Suitors husbandsToBe = new Suitors(married, chance);
        Suitors formerHusbands = new Suitors(separated, chance);
        for (Person wife : women) {
            if (isDivorced(wife)) {
                divorce(wife, formerHusbands);
            } else {
                marry(wife, husbandsToBe);
            }
        }
        husbandsToBe.rest().forEach(this::marryLeftOver);
        formerHusbands.rest().forEach(this::divorceLeftOver);
    }

    private boolean staysSingle(Person person) {
        return chance.happens(neverMarried.step(person.age(Day.CENSUS), person.male) / 100);
    }

    private boolean isDivorced(Person person) {
        return chance.happens(divorced.step(person.age(Day.CENSUS), person.male) / 100);
    }

    private void marry(Person wife, Suitors suitors) {
        int target = Math.min(cohorts.husbandBirth(wife.birth, chance), YOUNGEST_HUSBAND);
        int day = weddingDay(wife);
        double then = Day.years(target, day);
        double now = Day.years(target, Day.CENSUS);
        if (!chance.happens(mortality.survival(then, now, true))) {
            Standing standing = wife.standing.isRegistered() ? Standing.AT_HOME : Standing.RELATIVE;
            widow(wife, world.person(true, target, standing), day);
            return;
        }
        Person husband = find(suitors, wife, target).orElseGet(() -> world.person(true, target, Standing.RELATIVE));
        wed(husband, wife, day);
    }

    private Optional<Person> find(Suitors suitors, Person wife, int target) {
        Standing standing = switch (wife.standing) {
            case AT_HOME -> husbandsAtHome.draw(chance);
            case AWAY -> husbandsAway.draw(chance);
            case INCOMER -> husbandsOfIncomers.draw(chance);
            case RELATIVE -> Standing.RELATIVE;
        };
        if (standing == Standing.RELATIVE) {
            return Optional.empty();
        }
        return suitors.take(standing, target)
                .or(() -> suitors.take(Standing.AT_HOME, target))
                .or(() -> suitors.take(Standing.AWAY, target));
    }

    /** A living couple; a few of them married before. */
    private void wed(Person husband, Person wife, int drawn) {
        int day = MarriageLaw.firstDay(husband, wife, drawn);
        int room = Day.CENSUS - day;
        if (room > 6 * Day.YEAR && chance.happens(SECOND_MARRIAGE)) {
            Person again = chance.happens(0.45) ? wife : husband;
            int end = formerMarriage(again, day);
            wedOnce(husband, wife, chance.between(end + 60, Day.CENSUS));
        } else {
            wedOnce(husband, wife, day);
        }
    }

    private Union wedOnce(Person husband, Person wife, int day) {
        Union union = world.marry(husband, wife, MarriageLaw.firstDay(husband, wife, day));
        union.intended = cohorts.familySize(wife.birth, chance);
        return union;
    }

    /** An earlier marriage, ended by divorce or by the death of the partner; the day it ended. */
    private int formerMarriage(Person person, int drawn) {
        Person former = partnerElsewhere(person);
        Union union = person.male ? wedOnce(person, former, drawn) : wedOnce(former, person, drawn);
        int end = chance.between(union.married + 300, Math.max(union.married + 301, Day.CENSUS - (int) (2 * Day.YEAR)));
        boolean byDeath = chance.happens(0.25);
        if (byDeath) {
            former.death = end;
        }
        union.end(end, byDeath);
        union.intended = chance.below(2);
        return end;
    }

    private Person partnerElsewhere(Person person) {
        int birth = person.male
                ? person.birth + (int) chance.normal(2 * Day.YEAR, 2 * Day.YEAR)
                : cohorts.husbandBirth(person.birth, chance);
        return world.person(!person.male, Math.min(birth, YOUNGEST_HUSBAND), Standing.RELATIVE);
    }

    private void widow(Person wife, Person husband, int drawn) {
        int day = MarriageLaw.firstDay(husband, wife, drawn);
        double from = Day.years(husband.birth, day) + 0.5;
        double to = Day.years(husband.birth, Day.CENSUS);
        if (to - from < 0.2) {
            husband.standing = Standing.RELATIVE;
            wed(husband, wife, drawn);
            return;
        }
        bury(husband, wedOnce(husband, wife, day), from, to);
    }

    private void bury(Person dead, Union union, double from, double to) {
        double age = mortality.ageAtDeath(from, to, dead.male, chance);
        int day = dead.birth + (int) (age * Day.YEAR);
        dead.death = Math.clamp(day, union.married + 1, Day.CENSUS - 1);
        union.end(dead.death, true);
    }

    private void divorce(Person wife, Suitors former) {
        int target = cohorts.husbandBirth(wife.birth, chance);
        Person husband = (chance.happens(0.6) ? former.take(wife.standing, target) : Optional.<Person>empty())
                .orElseGet(() -> partnerElsewhere(wife));
        separate(husband, wife);
    }

    private void divorceLeftOver(Person husband) {
        separate(husband, partnerElsewhere(husband));
    }

    private void separate(Person husband, Person wife) {
        int day = MarriageLaw.firstDay(husband, wife, weddingDay(wife));
        Union union = wedOnce(husband, wife, day);
        if (day >= Day.CENSUS - 60) {
            return;
        }
        double years = Math.min(1 + chance.exponential(8), Day.years(day, Day.CENSUS) - 0.05);
        union.end(day + Math.max(30, (int) (years * Day.YEAR)), false);
    }

    /** A man whom no wife of the census found: widower, single after all, or with a wife elsewhere. */
    private void marryLeftOver(Person husband) {
        int birth = Math.min(
                husband.birth + (int) chance.normal(2.4 * Day.YEAR, 2 * Day.YEAR),
                Day.CENSUS - (int) (20.5 * Day.YEAR));
        double now = Day.years(birth, Day.CENSUS);
        double widowed = WIDOWER_EXCESS * (1 - mortality.survival(22, Math.max(22, now), false));
        if (now > 30 && chance.happens(widowed)) {
            widower(husband, birth);
        } else if (husband.standing == Standing.AT_HOME && chance.happens(HOME_BACHELOR)) {
            return;
        } else {
            Person wife = world.person(false, birth, Standing.RELATIVE);
            wed(husband, wife, weddingDay(wife));
        }
    }

    private void widower(Person husband, int birth) {
        Person wife = world.person(false, birth, Standing.AT_HOME);
        int day = MarriageLaw.firstDay(husband, wife, weddingDay(wife));
        double from = Day.years(birth, day) + 0.5;
        bury(wife, wedOnce(husband, wife, day), from, Math.max(from + 0.1, Day.years(birth, Day.CENSUS)));
    }

    /** A day before the census on which the woman is old enough. */
    private int weddingDay(Person wife) {
        int drawn = wife.birth + (int) (cohorts.marriageAge(wife.birth, chance) * Day.YEAR);
        if (MarriageLaw.allows(wife, drawn) && drawn < Day.CENSUS) {
            return drawn;
        }
        int first = Day.birthday(wife.birth, Day.year(wife.birth) < 1961 ? 18 : 20);
        int latest = drawn >= Day.CENSUS ? Day.CENSUS : first + (int) Day.YEAR;
        return Math.min(chance.between(first, latest), Day.CENSUS - 1);
    }
}

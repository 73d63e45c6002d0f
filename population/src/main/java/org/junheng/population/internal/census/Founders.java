package org.junheng.population.internal.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junheng.population.AgeCell;
import org.junheng.population.Apportionment;
import org.junheng.population.Assumptions;
import org.junheng.population.CensusArea;
import org.junheng.population.internal.model.AgeSchedule;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.World;

/**
 * The people at the census: usual residents exactly as its cells count them, some of them registered elsewhere as its
 * columns say, and the absent with hukou, whose number is derived and whose ages are an assumption.
 */
public final class Founders {

    private final World world;
    private final CensusArea census;
    private final double scale;
    private final Assumptions assumptions;
    private final AgeSchedule incomers = AgeSchedule.of("incomers");
    private final AgeSchedule away = AgeSchedule.of("away");
    private final Chance chance;

    /** @param census the county's cells, already at the scale */
    public Founders(World world, CensusArea census, double scale, Assumptions assumptions) {
        this.world = world;
        this.census = census;
        this.scale = scale;
        this.assumptions = assumptions;
        this.chance = world.chance("founders");
    }

    public void settle() {
        int outside = census.elsewhere().outside();
        int men = (int) Math.round(outside * assumptions.share("incomers.male.percent"));
        settle(true, men, assumptions.value("hukou.male.census"));
        settle(false, outside - men, assumptions.value("hukou.female.census"));
    }

    private void settle(boolean male, int incomerCount, double hukou) {
        int[] residents =
                census.cells().stream().mapToInt(cell -> cell.count(male)).toArray();
        int[] fromElsewhere = Apportionment.of(incomers.groups(male), incomerCount);
        int atHome = 0;
        Graduation graduation = new Graduation(census.cells(), residents);
        for (int group = 0; group < residents.length; group++) {
            List<Person> people = people(graduation, group, male, Standing.AT_HOME);
            chance.shuffle(people);
            int some = Math.min(fromElsewhere[group], people.size());
            people.subList(0, some).forEach(person -> person.standing = Standing.INCOMER);
            atHome += people.size() - some;
        }
        int absent = (int) Math.round(hukou * scale) - atHome;
        Graduation ages = new Graduation(census.cells(), Apportionment.of(away.groups(male), absent));
        for (int group = 0; group < ages.groups(); group++) {
            people(ages, group, male, Standing.AWAY);
        }
    }

    private List<Person> people(Graduation graduation, int group, boolean male, Standing standing) {
        List<Person> people = new ArrayList<>();
        int[] ages = graduation.ages(group);
        for (int i = 0; i < ages.length; i++) {
            for (int n = 0; n < ages[i]; n++) {
                people.add(world.person(male, birth(graduation.from(group) + i, chance), standing));
            }
        }
        return people;
    }

    /** A birthday of somebody of this age at last birthday on the census day, born before it. */
    static int birth(int age, Chance chance) {
        LocalDate census = Day.date(Day.CENSUS);
        int first = Day.of(census.minusYears(age + 1)) + 1;
        int last = Math.min(Day.of(census.minusYears(age)), Day.CENSUS - 1);
        return chance.between(first, last + 1);
    }

    /** The cell of a person of the census. */
    static boolean isOf(AgeCell cell, Person person) {
        return cell.contains(person.age(Day.CENSUS));
    }
}

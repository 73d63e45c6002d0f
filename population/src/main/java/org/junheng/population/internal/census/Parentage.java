package org.junheng.population.internal.census;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Mortality;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/**
 * Gives the people of the census their parents, the oldest first: a couple married at the time, the wife of an age to
 * bear, not yet with the family they have in the end, and living where a child of that standing would. Everybody under
 * 18 has parents; of the grown, those born here of whom a parent is likely to be still in the register.
 */
public final class Parentage {

    private static final double MEAN_MOTHER = 26;
    private static final double MEAN_FATHER = 28.5;
    private static final double WOMEN_FROM_ELSEWHERE = 0.18;
    private static final double MEN_FROM_ELSEWHERE = 0.03;
    private static final int ADULT = 18;
    private static final int SOME = 250;
    private static final int MANY = 1000;

    private final World world;
    private final Mortality mortality;
    private final Chance chance;
    private final List<Union> couples;
    private final Nurseries incomplete;
    private final Nurseries all;
    private final Nurseries incomers;
    private final Kinfolk kinfolk = new Kinfolk();

    public Parentage(World world, Mortality mortality) {
        this.world = world;
        this.mortality = mortality;
        this.chance = world.chance("parentage");
        this.couples = world.unions.stream().filter(union -> !union.wife.cast).toList();
        this.incomplete = new Nurseries(couples, true);
        this.all = new Nurseries(couples, false);
        this.incomers = new Nurseries(
                couples.stream()
                        .filter(union ->
                                union.wife.standing == Standing.INCOMER && union.husband.standing == Standing.INCOMER)
                        .toList(),
                false);
    }

    public void assign() {
        List<Person> children = world.people.stream()
                .filter(person -> !person.isDead() && person.birth < Day.CENSUS && person.standing != Standing.RELATIVE)
                .sorted(Comparator.<Person>comparingInt(person -> person.birth).thenComparingInt(person -> person.key))
                .toList();
        for (Person child : children) {
            boolean minor = child.age(Day.CENSUS) < ADULT;
            if (minor || seeks(child)) {
                find(child, minor).ifPresent(union -> union.add(child));
            }
        }
    }

    private boolean seeks(Person child) {
        if (!child.standing.isRegistered()) {
            return false;
        }
        double elsewhere = child.male ? MEN_FROM_ELSEWHERE : WOMEN_FROM_ELSEWHERE;
        child.fromElsewhere = child.everMarried(Day.CENSUS) && chance.happens(elsewhere);
        if (child.fromElsewhere) {
            return false;
        }
        double age = Day.years(child.birth, Day.CENSUS);
        double mother = mortality.survival(MEAN_MOTHER, MEAN_MOTHER + age, false);
        double father = mortality.survival(MEAN_FATHER, MEAN_FATHER + age, true);
        return chance.happens(1 - (1 - mother) * (1 - father));
    }

    /** A family not yet complete; for the young any family that may have had a child then. */
    private Optional<Union> find(Person child, boolean minor) {
        Optional<Union> found =
                incomplete.draw(child.birth, minor ? MANY : SOME, union -> weight(union, child), chance);
        if (found.isPresent() || !minor) {
            return found;
        }
        Nurseries families = child.standing == Standing.INCOMER ? incomers : all;
        return families.draw(child.birth, MANY, union -> weight(union, child), chance)
                .or(() -> any(child));
    }

    /** In a county so small that chance finds nobody: the best there is. */
    private Optional<Union> any(Person child) {
        return couples.stream()
                .filter(union -> Spacing.allows(union, child.birth))
                .max(Comparator.comparingDouble(union -> kinfolk.weight(union, child) / (1 + union.children.size())));
    }

    private double weight(Union union, Person child) {
        double kin = kinfolk.weight(union, child);
        return kin > 0 && Spacing.allows(union, child.birth) ? kin * Spacing.weight(union, child.birth) : 0;
    }
}

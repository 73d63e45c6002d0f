package org.junheng.population.internal.census;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/** Makes twins of some who are children of one age and standing: the one takes the other's mother and birthday. */
public final class Twins {

    private static final int YOUNGER_THAN = 30;

    private record Likeness(int age, Standing standing) {}

    private Twins() {}

    /** @param share of deliveries */
    public static void pair(World world, double share) {
        Chance chance = world.chance("twins");
        Map<Likeness, Person> waiting = new HashMap<>();
        for (Union union : world.unions) {
            for (Person child : List.copyOf(union.children)) {
                boolean twinnable = !union.wife.cast
                        && !child.isDead()
                        && !child.cast
                        && child.plurality == 1
                        && child.unions.isEmpty()
                        && child.age(Day.CENSUS) < YOUNGER_THAN;
                if (!twinnable || !chance.happens(2 * share)) {
                    continue;
                }
                Likeness likeness = new Likeness(child.age(Day.CENSUS), child.standing);
                Person other = waiting.remove(likeness);
                if (other == null) {
                    waiting.put(likeness, child);
                } else {
                    join(union, child, other);
                }
            }
        }
    }

    private static void join(Union union, Person child, Person other) {
        if (other.mother == union.wife) {
            return;
        }
        for (Union former : List.copyOf(Objects.requireNonNull(other.mother).unions)) {
            former.children.remove(other);
        }
        other.birth = child.birth;
        other.plurality = 2;
        child.plurality = 2;
        union.add(other);
    }
}

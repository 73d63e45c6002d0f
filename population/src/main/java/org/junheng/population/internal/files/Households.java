package org.junheng.population.internal.files;

import org.jspecify.annotations.Nullable;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Union;

/**
 * Who lives at one address: couples, their unmarried children, some widowed parents with a married child of the same
 * township. A household is known by the key of its head.
 */
public final class Households {

    private static final int LEAVES_HOME = 35;
    private static final double WITH_A_CHILD = 0.6;

    private final AsOf county;
    private final int[] heads;

    public Households(AsOf county) {
        this.county = county;
        this.heads = new int[county.world().people.size() + 1];
        county.people().forEach(this::find);
    }

    /** Key of the head of the person's household. */
    public int headOf(Person person) {
        return heads[person.key];
    }

    private int find(Person person) {
        if (heads[person.key] == 0) {
            Person host = host(person);
            heads[person.key] = host == null ? person.key : find(host);
        }
        return heads[person.key];
    }

    /** With whom a person lives: wives with husbands, children with parents, old parents with children. */
    private @Nullable Person host(Person person) {
        if (county.isDead(person)) {
            return null;
        }
        Person spouse = person.spouse(county.on());
        if (spouse != null) {
            return !person.male && livesNear(spouse, person) ? spouse : null;
        }
        double age = Day.years(person.birth, county.on());
        if (!person.everMarried(county.on()) && age < LEAVES_HOME) {
            return parent(person);
        }
        boolean invited =
                Chance.of(county.world().seed(), "with a child", person.key).happens(WITH_A_CHILD);
        return age >= 65 && invited ? marriedChild(person) : null;
    }

    private @Nullable Person parent(Person person) {
        if (person.father != null && livesNear(person.father, person)) {
            return person.father;
        }
        return person.mother != null && livesNear(person.mother, person) ? person.mother : null;
    }

    /** The first married son of the place, else daughter; he is host himself only if no guest of his parents. */
    private @Nullable Person marriedChild(Person person) {
        Person found = null;
        for (Union union : person.unions) {
            for (Person child : union.children) {
                boolean fits = county.isBorn(child) && livesNear(child, person) && child.spouse(county.on()) != null;
                if (fits && (found == null || child.male && !found.male)) {
                    found = child;
                }
            }
        }
        return found;
    }

    private boolean livesNear(Person one, Person other) {
        return !county.isDead(one) && one.residence.at(county.on()) == other.residence.at(county.on());
    }
}

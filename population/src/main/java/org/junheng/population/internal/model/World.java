package org.junheng.population.internal.model;

import java.util.ArrayList;
import java.util.List;

/** Everybody and every marriage of the county while it is made; keys count from 1 in order of making. */
public final class World {

    public final List<Person> people = new ArrayList<>();
    public final List<Union> unions = new ArrayList<>();
    public final Gazetteer gazetteer;
    private final long seed;

    public World(long seed, Gazetteer gazetteer) {
        this.seed = seed;
        this.gazetteer = gazetteer;
    }

    public long seed() {
        return seed;
    }

    /** The randomness of a stage. */
    public Chance chance(String stage) {
        return Chance.of(seed, stage);
    }

    public Person person(boolean male, int birth, Standing standing) {
        Person person = new Person(people.size() + 1, male, birth, standing);
        people.add(person);
        return person;
    }

    public Union marry(Person husband, Person wife, int day) {
        if (!husband.male || wife.male) {
            throw new IllegalStateException(
                    "Persons %d and %d are not man and woman.".formatted(husband.key, wife.key));
        }
        Union union = new Union(unions.size() + 1, husband, wife, day);
        unions.add(union);
        husband.unions.add(union);
        wife.unions.add(union);
        return union;
    }
}

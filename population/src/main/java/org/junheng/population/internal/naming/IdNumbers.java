package org.junheng.population.internal.naming;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junheng.kernel.ResidentId;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.World;

/**
 * Resident ID numbers: the area of registration at birth, the birthday, a sequence never given twice. People must be
 * asked for in order of key for the same numbers.
 */
public final class IdNumbers {

    private static final int FIRST_CARDS = Day.of(1986, 1, 1);
    private static final int SEQUENCES = 500;
    private static final int STEP = 7;

    private record Office(int area, int birth, boolean male) {}

    private final World world;
    private final Map<Office, Integer> given = new HashMap<>();

    public IdNumbers(World world) {
        this.world = world;
    }

    /** None for those who died before there were numbers. */
    public Optional<ResidentId> next(Person person) {
        if (person.death < FIRST_CARDS) {
            return Optional.empty();
        }
        int area = world.gazetteer.area(person.hukou.at(person.birth)).countyPrefix();
        Office office = new Office(area, person.birth, person.male);
        int count = given.merge(office, 1, Integer::sum) - 1;
        if (count >= SEQUENCES) {
            throw new IllegalStateException("More than %d births of one sex in %d on %s; choose a smaller scale."
                    .formatted(SEQUENCES, area, Day.date(person.birth)));
        }
        int start = Math.floorMod(31 * person.birth + 17 * area, SEQUENCES);
        int sequence = 2 * ((start + STEP * count) % SEQUENCES) + (person.male ? 1 : 0);
        return Optional.of(ResidentId.compose(area, Day.date(person.birth), sequence));
    }
}

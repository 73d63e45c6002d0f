package org.junheng.population.internal.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Men who may still marry, by standing and year of birth. */
public final class Suitors {

    private static final int FARTHEST = 5;

    private final Map<Standing, Map<Integer, Deque<Person>>> waiting = new EnumMap<>(Standing.class);

    public Suitors(Collection<Person> men, Chance chance) {
        List<Person> shuffled = new ArrayList<>(men);
        chance.shuffle(shuffled);
        for (Person man : shuffled) {
            queue(man.standing, Day.year(man.birth)).add(man);
        }
    }

    private Deque<Person> queue(Standing standing, int year) {
        return waiting.computeIfAbsent(standing, s -> new HashMap<>()).computeIfAbsent(year, y -> new ArrayDeque<>());
    }

    /** Takes a man of this standing born about then; none within five years. */
    public Optional<Person> take(Standing standing, int birth) {
        int year = Day.year(birth);
        for (int distance = 0; distance <= FARTHEST; distance++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                Deque<Person> men = queue(standing, year + sign * distance);
                if (!men.isEmpty()) {
                    return Optional.of(men.removeFirst());
                }
            }
        }
        return Optional.empty();
    }

    /** Those nobody took, in no particular but a fixed order. */
    public List<Person> rest() {
        List<Person> rest = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            waiting.getOrDefault(standing, Map.of()).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> rest.addAll(entry.getValue()));
        }
        return rest;
    }
}

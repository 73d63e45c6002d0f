package org.junheng.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;

/**
 * Streams the present state of an area for a pseudonymous snapshot, to a named service actor. Holds no names, no
 * numbers and no place below the township; whoever writes a snapshot replaces the ids by keys of its own.
 */
public interface RegisterExtract {

    /**
     * Somebody registered in the area, living or not long dead.
     *
     * @param hukouSince since when registered there
     * @param residence where the person lives, by township
     * @param agricultural category of the hukou
     */
    record Person(
            UUID id,
            Sex sex,
            LocalDate born,
            Optional<LocalDate> died,
            AreaCode hukou,
            LocalDate hukouSince,
            AreaCode residence,
            boolean agricultural) {}

    /** A child's parent, either of whom may be registered elsewhere. */
    record Parent(UUID child, LocalDate born, UUID parent, ParticipantRole role) {}

    /** A marriage; {@code endedBy} is empty while it lasts. */
    record Marriage(UUID one, UUID other, LocalDate from, Optional<LocalDate> to, Optional<String> endedBy) {}

    /** A disability certificate in force: its category, 1 to 7, and its grade, 1 the heaviest. */
    record Disability(UUID person, String category, String grade, LocalDate certified) {}

    /** A change of the place of household registration, by township. */
    record HukouMove(UUID person, LocalDate moved, AreaCode from, AreaCode to) {}

    /** Everybody whose present place of household registration lies in the area. */
    void eachPerson(AreaCode area, Consumer<Person> taker);

    /** The known parents of children registered in the area. */
    void eachParent(AreaCode area, Consumer<Parent> taker);

    /** The marriages of husbands registered in the area, the husband first. */
    void eachMarriage(AreaCode area, Consumer<Marriage> taker);

    /** The disability certificates of persons who are, or were, registered in the area. */
    void eachDisability(AreaCode area, Consumer<Disability> taker);

    /** The moves of persons who are, or were, registered in the area. */
    void eachHukouMove(AreaCode area, Consumer<HukouMove> taker);
}

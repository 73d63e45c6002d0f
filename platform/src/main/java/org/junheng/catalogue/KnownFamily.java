package org.junheng.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junheng.policy.Facts;
import org.junheng.policy.Vocabulary;

/** Tells what the register knows of a signed-in person's family, in the words of the schemes. Others implement it. */
public interface KnownFamily {

    /**
     * The children of a person and the person, as far as schemes are about them.
     *
     * @param person the signed-in person
     * @param words the vocabulary
     * @param on the day
     */
    List<Member> members(UUID person, Vocabulary words, LocalDate on);

    /**
     * One unit that schemes decide about.
     *
     * @param name what the family calls it
     * @param facts what is known
     */
    record Member(String name, Facts facts) {}
}

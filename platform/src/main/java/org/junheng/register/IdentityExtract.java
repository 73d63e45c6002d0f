package org.junheng.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;

/**
 * Who the persons of an area are, in plain text, for comparing them with each other. Reading it is an export: it stands
 * in the log of reads under the present actor, and nothing of it may be kept.
 */
public interface IdentityExtract {

    /** Everybody with a place in the area, as far as the present actor works there. */
    void each(AreaCode area, Consumer<Face> taker);

    /**
     * Who somebody is.
     *
     * @param person the person
     * @param name name
     * @param sex sex
     * @param bornOn date of birth
     * @param idNumber resident ID number
     * @param phone phone
     * @param area place of residence, or of registration
     * @param address address below the township
     * @param mother the mother's name
     */
    record Face(
            UUID person,
            String name,
            Sex sex,
            Optional<LocalDate> bornOn,
            Optional<String> idNumber,
            Optional<String> phone,
            Optional<AreaCode> area,
            Optional<String> address,
            Optional<String> mother) {

        @Override
        public String toString() {
            return "the identity of " + person;
        }
    }
}

package org.junheng.register.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Doubt;
import org.junheng.register.Doubts.Found;
import org.junheng.register.Doubts.Place;

/**
 * What an ID number says against itself, the date of birth and the sex. It does not hold the number.
 *
 * @param doubts what was found
 */
record NumberVerdict(List<Found> doubts) {

    static NumberVerdict of(UUID person, String number, String sex, Optional<LocalDate> born, Place place) {
        var doubts = new ArrayList<Found>();
        switch (ResidentId.parse(number)) {
            case ResidentId.Invalid _ -> doubts.add(found(Doubt.ID_BROKEN, person, born, Optional.empty(), place));
            case ResidentId.Valid(ResidentId id) -> {
                if (born.isPresent() && !born.get().equals(id.birthDate())) {
                    doubts.add(found(Doubt.ID_OTHER_BIRTH, person, born, Optional.of(id.birthDate()), place));
                }
                if (List.of("1", "2").contains(sex) && !id.sex().code().equals(sex)) {
                    doubts.add(found(Doubt.ID_OTHER_SEX, person, born, Optional.empty(), place));
                }
            }
        }
        return new NumberVerdict(doubts);
    }

    private static Found found(
            Doubt doubt, UUID person, Optional<LocalDate> one, Optional<LocalDate> two, Place place) {
        return new Found(doubt, person, place.source(), Optional.empty(), one, two, place);
    }
}

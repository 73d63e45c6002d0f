package org.junheng.intake.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.Stated;

/**
 * A birth as a hospital reports it.
 *
 * @param number the hospital's number of the notice
 * @param institution where, and its area
 * @param bornOn date of birth
 * @param sex sex of the child
 * @param childName name, if already given
 * @param mother the mother
 * @param father the father, if stated
 * @param clinical what is kept as reported
 */
record BirthNotice(
        String number,
        Institution institution,
        LocalDate bornOn,
        Sex sex,
        Optional<String> childName,
        Parent mother,
        Optional<Parent> father,
        Clinical clinical) {

    static final String SOURCE = "hospital";

    /**
     * The hospital.
     *
     * @param name its name
     * @param area the county it is in
     */
    record Institution(String name, AreaCode area) {}

    /**
     * A parent as stated.
     *
     * @param name name
     * @param idNumber resident ID number
     * @param phone phone
     */
    record Parent(String name, ResidentId idNumber, Optional<String> phone) {}

    /**
     * Kept as reported. Parity (产次) is not birth order (孩次).
     *
     * @param parity deliveries of the mother
     * @param plurality children of this delivery
     * @param gestationWeeks weeks of gestation
     * @param weightGrams weight at birth
     */
    record Clinical(
            Optional<Integer> parity,
            Optional<Integer> plurality,
            Optional<Integer> gestationWeeks,
            Optional<Integer> weightGrams) {}

    Stated.Key childKey() {
        return new Stated.Key(SOURCE, number);
    }

    Stated.Key motherKey() {
        return new Stated.Key(SOURCE, number + "/mother");
    }

    private Stated.Key fatherKey() {
        return new Stated.Key(SOURCE, number + "/father");
    }

    /** What the notice states: of the child a birth, of mother and father who they are. */
    List<Stated.Record> stated() {
        var records = new ArrayList<Stated.Record>();
        records.add(record(motherKey(), mother));
        father.ifPresent(parent -> records.add(record(fatherKey(), parent)));
        var participants = new ArrayList<Stated.Participant>();
        participants.add(new Stated.Participant(ParticipantRole.MOTHER, motherKey()));
        father.ifPresent(parent -> participants.add(new Stated.Participant(ParticipantRole.FATHER, fatherKey())));
        var birth = new Stated.Event(
                EventKind.BIRTH, bornOn, Optional.of(institution.area()), Optional.of(sex.code()), participants);
        records.add(new Stated.Record(
                childKey(),
                Optional.of(Stated.Identity.named(childName.orElseGet(this::calledAfterMother), bornOn)),
                List.of(birth)));
        return records;
    }

    /** The custom of maternity wards for a child without a name yet. */
    private String calledAfterMother() {
        return mother.name() + (sex == Sex.FEMALE ? "之女" : "之子");
    }

    private static Stated.Record record(Stated.Key key, Parent parent) {
        var identity = new Stated.Identity(
                parent.name(),
                Optional.of(parent.idNumber()),
                Optional.of(parent.idNumber().birthDate()),
                parent.phone(),
                Optional.empty(),
                Optional.empty());
        return new Stated.Record(key, Optional.of(identity), List.of());
    }
}

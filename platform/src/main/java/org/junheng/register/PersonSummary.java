package org.junheng.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;

/**
 * A person as lists show them; the ID number is masked.
 *
 * @param id stable id
 * @param name name
 * @param maskedIdNumber ID number with only its last four characters, absent where none is known
 * @param sex sex
 * @param bornOn date of birth
 * @param diedOn date of death
 * @param hukou place of household registration today
 * @param residence place of residence today
 * @param provisional known from a notice only, to be verified
 */
public record PersonSummary(
        UUID id,
        String name,
        Optional<String> maskedIdNumber,
        Sex sex,
        Optional<LocalDate> bornOn,
        Optional<LocalDate> diedOn,
        Optional<AreaCode> hukou,
        Optional<AreaCode> residence,
        boolean provisional) {}

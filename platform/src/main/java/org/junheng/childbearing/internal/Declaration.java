package org.junheng.childbearing.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;

/**
 * A family's written declaration, as sent.
 *
 * @param form the form it was sent with
 * @param woman the woman
 * @param dueOn expected date of birth, or the date of birth if it has happened
 * @param area the place chosen
 * @param basis by hukou or by residence
 * @param partnerName the partner's name where the register does not know him; may be left out
 * @param version wording of the declaration that was accepted
 */
record Declaration(
        UUID form,
        UUID woman,
        LocalDate dueOn,
        AreaCode area,
        String basis,
        Optional<String> partnerName,
        String version) {}

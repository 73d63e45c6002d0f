package org.junheng.childbearing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junheng.kernel.AreaCode;

/**
 * A registration as its family and its office see it.
 *
 * @param id id
 * @param number number given to the family
 * @param woman the woman
 * @param kind before-birth or after-birth
 * @param dueOn expected date of birth or date of birth
 * @param area township where registered
 * @param birthOrder order by the rule of that day
 * @param declaredAt when
 * @param state registered or cancelled
 */
record Registration(
        UUID id,
        String number,
        UUID woman,
        String kind,
        LocalDate dueOn,
        AreaCode area,
        int birthOrder,
        Instant declaredAt,
        String state) {

    public boolean cancelled() {
        return state.equals("cancelled");
    }
}

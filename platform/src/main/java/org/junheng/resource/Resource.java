package org.junheng.resource;

import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;

/**
 * What an institution has of one kind over some days.
 *
 * @param institution its name
 * @param kind what it has
 * @param area where it is: county, township or village
 * @param amount how much, and how much of it is in use
 * @param terms for whom and at what fee; empty for beds and staff
 * @param valid the days for which it holds
 * @param origin where that is written
 */
public record Resource(
        String institution,
        ResourceKind kind,
        AreaCode area,
        Amount amount,
        Optional<Terms> terms,
        DateRange valid,
        Origin origin) {

    public Resource {
        if (institution.isBlank()) {
            throw new IllegalArgumentException("A resource in %s needs the name of its institution.".formatted(area));
        }
        if (terms.isPresent() && !kind.forChildren()) {
            throw new IllegalArgumentException("%s has no ages and no fee.".formatted(kind));
        }
    }

    /**
     * How much there is.
     *
     * @param units places, beds, or persons on the staff
     * @param occupied how many are in use; empty where nobody has said
     */
    public record Amount(int units, Optional<Integer> occupied) {

        public Amount {
            if (units < 0 || occupied.filter(used -> used < 0 || used > units).isPresent()) {
                throw new IllegalArgumentException(
                        "%s of %d in use: zero or more, not more than there are.".formatted(occupied, units));
            }
        }
    }

    /**
     * For whom and at what fee.
     *
     * @param fromMonths youngest age taken, in completed months
     * @param beforeMonths first age no longer taken
     * @param monthly what a month costs a family; empty where nobody has said
     * @param inclusive whether recognised as inclusive (普惠)
     */
    public record Terms(int fromMonths, int beforeMonths, Optional<Money> monthly, boolean inclusive) {

        public Terms {
            if (fromMonths < 0 || beforeMonths <= fromMonths) {
                throw new IllegalArgumentException(
                        "Ages from %d before %d months: in order, from zero.".formatted(fromMonths, beforeMonths));
            }
        }
    }

    /**
     * Where it comes from.
     *
     * @param source document, filing or report, with its date
     * @param sample made up for a demonstration
     */
    public record Origin(String source, boolean sample) {

        public Origin {
            if (source.isBlank()) {
                throw new IllegalArgumentException("A resource needs a source.");
            }
        }
    }

    /** The same on other days. */
    public Resource on(DateRange days) {
        return new Resource(institution, kind, area, amount, terms, days, origin);
    }
}

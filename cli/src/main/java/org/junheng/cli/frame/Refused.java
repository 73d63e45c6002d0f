package org.junheng.cli.frame;

import java.util.List;

/**
 * The method's assumptions fail on this input; the result would mislead, so it is withheld and the reasons are written
 * instead.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Reason> reasons;

    public Refused(List<Reason> reasons) {
        super(String.join("; ", reasons.stream().map(Reason::sentence).toList()));
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /**
     * One assumption that fails.
     *
     * @param assumption a short permanent name
     * @param found the measure found
     * @param limit the measure allowed
     * @param sentence the same in words, with advice
     */
    public record Reason(String assumption, double found, double limit, String sentence) {}
}

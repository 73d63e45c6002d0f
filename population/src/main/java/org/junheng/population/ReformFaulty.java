package org.junheng.population;

import java.util.List;

/** A reform that cannot be compiled with its base. */
public final class ReformFaulty extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    /** With everything that is wrong, as sentences. */
    public ReformFaulty(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong. */
    public List<String> faults() {
        return faults;
    }
}

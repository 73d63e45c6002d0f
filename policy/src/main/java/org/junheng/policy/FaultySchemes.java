package org.junheng.policy;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Scheme files that cannot be used as they are. */
public final class FaultySchemes extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultySchemes(List<Fault> faults) {
        super("The scheme files have %d faults:%n%s"
                .formatted(faults.size(), faults.stream().map(Fault::toString).collect(joining("\n"))));
        this.faults = List.copyOf(faults);
    }

    /** All of them, by file and line. */
    public List<Fault> faults() {
        return faults;
    }
}

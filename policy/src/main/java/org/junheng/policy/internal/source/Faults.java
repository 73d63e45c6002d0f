package org.junheng.policy.internal.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junheng.policy.Fault;
import org.junheng.policy.Text;

/** Collects faults while reading goes on, so that one run reports all of them. */
public final class Faults {

    private static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::column);

    private final List<Fault> found = new ArrayList<>();

    public synchronized void add(Place place, Text what, Text advice) {
        Fault fault = new Fault(place.file(), place.line(), place.column(), what, advice);
        if (!found.contains(fault)) {
            found.add(fault);
        }
    }

    /** Takes over what another reading found. */
    public synchronized void addAll(Faults others) {
        others.found.stream().filter(fault -> !found.contains(fault)).forEach(found::add);
    }

    public synchronized int count() {
        return found.size();
    }

    /** All faults by file, line and column. */
    public synchronized List<Fault> sorted() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}

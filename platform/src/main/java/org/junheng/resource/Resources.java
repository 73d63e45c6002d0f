package org.junheng.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junheng.kernel.AreaCode;

/** What there is to serve families. */
public interface Resources {

    /**
     * What an area has of a kind on a day.
     *
     * @param units places, beds or staff of all its institutions
     * @param institutions how many they are
     * @param counties how many counties have entered any, to tell a part from the whole
     * @param newest day since which the newest of the rows holds
     * @param sample whether any of it was made up for a demonstration
     */
    record Held(long units, int institutions, int counties, LocalDate newest, boolean sample) {}

    /** What an area has on a day, by kind; kinds of which nobody has entered anything are not there. */
    Map<ResourceKind, Held> held(AreaCode area, LocalDate on);

    /** Enters resources made up for a demonstration, unless the area has any; to a service actor. */
    void openSample(AreaCode area, List<Resource> resources);
}

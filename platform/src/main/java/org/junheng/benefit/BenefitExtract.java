package org.junheng.benefit;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.kernel.AreaCode;

/** Streams who draws what in an area, for a pseudonymous snapshot, as a named service actor. Holds no account. */
public interface BenefitExtract {

    /**
     * A claim that was granted.
     *
     * @param unit whom it is about
     * @param scheme the scheme's id
     * @param office the county whose office granted it
     * @param filedOn day of filing
     */
    record Granted(UUID unit, String scheme, AreaCode office, LocalDate filedOn) {}

    /** The claims granted by offices in the area. */
    void eachGranted(AreaCode area, Consumer<Granted> taker);
}

package org.junheng.catalogue;

import java.nio.file.Path;
import org.junheng.policy.SchemeBook;

/** The schemes of this installation: those shipped, and those two persons released here. */
public interface Catalogue {

    /** All schemes and their vocabulary, as they stand now; ask each time, because a release takes effect at once. */
    SchemeBook book();

    /** The folder of files that the book was read from; not to be written to. */
    Path folder();
}

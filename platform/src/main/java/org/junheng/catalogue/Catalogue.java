package org.junheng.catalogue;

import org.junheng.policy.SchemeBook;

/** The schemes of this installation. */
public interface Catalogue {

    /** All schemes and their vocabulary. */
    SchemeBook book();
}

/**
 * The demonstration: on the first start it makes the synthetic county, loads it and opens the identities that the
 * sign-in page offers. A province switches it off.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "database", "job", "register", "resource"})
package org.junheng.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

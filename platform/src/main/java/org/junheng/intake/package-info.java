/**
 * Feeds of other departments. Today: birth notices of hospitals, as a file or over the interface.
 *
 * <p>Every row is checked; good ones enter the register through its arrivals, bad ones are kept sealed for correction;
 * the same notice twice changes nothing. A mother unknown here is normal: she becomes a provisional person and the
 * county her ID number points to is asked. Owns the schema {@code intake}; it never writes the register's tables.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "area", "database", "job", "problem", "register", "web", "worklist"})
package org.junheng.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

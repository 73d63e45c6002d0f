/**
 * The auditor's view of who read whom, and the sealing of the log: closed minutes get a Merkle root chained to the one
 * before, so that a changed or missing entry shows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "web"})
package org.junheng.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

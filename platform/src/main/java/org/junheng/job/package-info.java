/**
 * Long work, built once for all: it runs beside the request, shows its progress, can be cancelled, and its end is told.
 *
 * <p>Owns the schema {@code job}. It holds no personal data and knows nothing of what the work does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "problem", "web"})
package org.junheng.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

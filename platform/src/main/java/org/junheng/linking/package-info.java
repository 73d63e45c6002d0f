/**
 * Who stands twice: compares the persons of an area with each other, shows two who may be one side by side, and takes
 * what people decide. Nothing is merged by itself; two verified persons are merged by two officers; a merge can be
 * taken back, and what was said of a pair is obeyed by the next comparison.
 *
 * <p>Owns the schema {@code linking}. Comparing is done by the library of the same name; merging by
 * {@link org.junheng.register.Links}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "database", "job", "problem", "register", "web"})
package org.junheng.linking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The benefit schemes in force: read from their files at start, shown with conditions, amounts and sources.
 *
 * <p>Other modules get the schemes through {@link org.junheng.catalogue.Catalogue}. It owns no table and decides
 * nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "problem", "web"})
package org.junheng.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The benefit schemes in force: shown to families and officers with conditions, amounts and sources; released by two
 * persons.
 *
 * <p>Other modules get the schemes through {@link org.junheng.catalogue.Catalogue} and may tell what is known of a
 * family by a {@link org.junheng.catalogue.KnownFamily}. It owns the schema {@code catalogue}, in which nothing is
 * about a person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "problem", "web"})
package org.junheng.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

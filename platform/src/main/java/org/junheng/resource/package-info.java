/**
 * Service resources (服务资源): nurseries with places, ages, fee and whether inclusive (普惠), kindergartens, schools,
 * maternity beds, obstetric staff, by area and date; entered one by one or taken from a file, and counted for a
 * projection.
 *
 * <p>Owns the schema {@code resource}: institutions, no person. It licenses and inspects nobody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "database", "problem", "web"})
package org.junheng.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

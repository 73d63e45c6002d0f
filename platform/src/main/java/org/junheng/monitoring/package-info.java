/**
 * Monitoring (人口监测): births, deaths, natural change, birth order, sex ratio and the population pyramid, by township and
 * month, for those who answer for the area.
 *
 * <p>Owns the schema {@code monitoring}: counts without personal data, kept by following the ledger, so that a newborn
 * is in them within seconds and a correction, however late, is too. Every figure names its base. It reads no person,
 * decides nothing, and publishes nothing: what leaves the house goes through disclosure control.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "area", "database", "problem", "register", "web"})
package org.junheng.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

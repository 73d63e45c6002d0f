/**
 * Population projection (人口预测): scenarios as values, stored by name and version and never changed; their runs with the
 * hash of everything behind them; fans, pyramids, map, needs and the difference of two scenarios.
 *
 * <p>Owns the schema {@code projection}: assumptions and sums, no person. It projects from the census tables that come
 * with the library, not from the register; what there is of places and beds it takes from the service resources. It
 * decides nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "area",
            "catalogue",
            "database",
            "job",
            "problem",
            "resource",
            "simulation",
            "web"
        })
package org.junheng.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Where the truth lies: the PostgreSQL server (embedded by default), its roles, data sources and migrations.
 *
 * <p>Four roles, none of them a superuser: the owner migrates and nothing else; {@code app} serves requests under
 * row-level security; {@code loader} writes the register and runs jobs; {@code auditor} reads the log of reads. This
 * module owns no table and knows no business.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.junheng.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

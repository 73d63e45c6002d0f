package org.junheng.monitoring.internal;

import java.util.Set;
import org.junheng.access.Role;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the figures stand in the menu and on the start page. */
@Configuration
class MonitoringNavigation {

    private static final Set<Role> READERS = Set.of(Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER);

    @Bean
    NavigationEntry monitoringEntry() {
        return new NavigationEntry(410, "/monitoring", "monitoring.nav", "chart", READERS);
    }

    @Bean
    HomeTile monitoringTile() {
        return new HomeTile(410, "/monitoring", "monitoring.tile", "chart", READERS);
    }
}

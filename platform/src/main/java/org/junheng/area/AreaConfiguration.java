package org.junheng.area;

import org.junheng.kernel.AreaTree;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the area tree to every module. */
@Configuration
class AreaConfiguration {

    @Bean
    AreaTree areaTree() {
        return AreaTree.load();
    }
}

package org.junheng.demonstration.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junheng.kernel.AdministrativeTime;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** On a first start the county is made while the application itself still starts: making it needs nothing of that. */
class CountyHeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        if (!settings.getProperty("junheng.demonstration.enabled", Boolean.class, false)) {
            return;
        }
        var county = folder(settings);
        context.getBeanFactory().registerSingleton("countyFolder", county);
        if (!county.isMade()) {
            county.begin(LocalDate.now(AdministrativeTime.ZONE));
        }
    }

    private static CountyFolder folder(Environment settings) {
        return new CountyFolder(
                Path.of(settings.getRequiredProperty("junheng.data")).resolve("demonstration"),
                settings.getProperty("junheng.demonstration.scale", Double.class, 1.0),
                settings.getProperty("junheng.demonstration.seed", Long.class, 1L));
    }
}

package org.junheng;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A platform with a data folder of its own, for tests that need an empty register or change how it works. */
public final class OwnPlatform {

    private OwnPlatform() {}

    /** Starts it without the demonstration, with further configuration if given. */
    public static ConfigurableApplicationContext start(Path data, Class<?>... more) {
        var sources = new ArrayList<Class<?>>(List.of(Junheng.class));
        sources.addAll(List.of(more));
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .run(
                        "--junheng.data=" + data,
                        "--junheng.schemes=../schemes",
                        "--junheng.demonstration.enabled=false",
                        "--server.port=0");
    }
}

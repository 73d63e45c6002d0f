package org.junheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** A test against the whole platform on a real PostgreSQL of its own, without the demonstration's county. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"junheng.demonstration.enabled=false", "junheng.schemes=../schemes"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = PlatformTest.FreshData.class)
public @interface PlatformTest {

    /** One data folder for all tests of a run: they share the server, as they share the Spring context. */
    class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Path FOLDER = make();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "junheng.data=" + FOLDER);
        }

        private static Path make() {
            try {
                return Files.createTempDirectory("junheng-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

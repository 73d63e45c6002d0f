package org.junheng.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The process of the stand-in departments. */
@SpringBootApplication
public class Sandbox implements WebMvcConfigurer {

    /** Starts the departments. */
    public static void main(String[] arguments) {
        SpringApplication.run(Sandbox.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Keys keys(@Value("${junheng.data}") Path data) {
        return new Keys(data.resolve("secrets"));
    }

    @Bean(destroyMethod = "close")
    Platform platform(@Value("${junheng.platform.url}") URI address, Keys keys) {
        return new Platform(address, keys);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("home");
    }
}

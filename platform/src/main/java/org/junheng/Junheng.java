package org.junheng;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application. */
@SpringBootApplication
@EnableScheduling
public class Junheng {

    /** Starts the platform. */
    public static void main(String[] arguments) {
        SpringApplication.run(Junheng.class, arguments);
    }
}

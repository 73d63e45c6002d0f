package org.junheng;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    /** The pure libraries are on the class path as jars; their boundaries are Maven's. */
    static ApplicationModules modules() {
        return ApplicationModules.of(
                Junheng.class,
                resideInAnyPackage(
                        "org.junheng.kernel..",
                        "org.junheng.policy..",
                        "org.junheng.tables..",
                        "org.junheng.linkage..",
                        "org.junheng.population..",
                        "org.junheng.demography.."));
    }

    @Test
    void modules_use_only_what_they_declare() {
        modules().verify();
    }
}

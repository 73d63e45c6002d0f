package org.junheng;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;
import javax.sql.DataSource;
import org.junheng.kernel.AdministrativeTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is already tomorrow in Zhejiang for eight hours of every day of a machine that keeps universal time. */
@PlatformTest
class ZoneTest {

    @Autowired
    private Map<String, DataSource> sources;

    @Test
    void every_session_of_the_database_keeps_the_administration_s_days() {
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy((name, source) -> assertThat(zone(source)).isEqualTo(AdministrativeTime.ZONE.getId()));
    }

    @Test
    void nobody_asks_the_machine_which_day_it_is() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(YearMonth.class, "now")
                .orShould()
                .callMethod(Year.class, "now")
                .check(new ClassFileImporter().importPackages("org.junheng"));
    }

    private static String zone(DataSource source) {
        return JdbcClient.create(source)
                .sql("SHOW TimeZone")
                .query(String.class)
                .single();
    }
}

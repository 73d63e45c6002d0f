package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schemes this repository ships. */
class ShippedSchemesTest {

    static final Path FOLDER = Path.of(System.getProperty("junheng.root"), "schemes");

    @Test
    void every_file_is_right_every_case_passes_on_both_back_ends_and_every_condition_is_covered() {
        Schemes.CheckReport report;
        try (DuckDb engine = new DuckDb()) {
            report = Schemes.check(FOLDER, engine);
        }

        assertThat(report.faults()).isEmpty();
        assertThat(report.cases()).hasSizeGreaterThan(40);
        assertThat(report.coverage()).allMatch(Coverage::complete);
        System.out.printf(
                "%d schemes, %d golden cases%n",
                report.book().schemes().size(), report.cases().size());
    }
}

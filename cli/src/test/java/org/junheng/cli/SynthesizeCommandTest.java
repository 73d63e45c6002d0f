package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesizeCommandTest {

    private static final String SMALL = """
            areas: ["330329"]
            scale: 0.01
            on: 2024-06-30
            """;

    private @TempDir Path folder;

    @Test
    void a_county_comes_with_its_census_check_its_totals_and_its_assumptions() throws IOException {
        Workbench bench = new Workbench(folder);

        Workbench.Outcome outcome = bench.run("synthesize", SMALL);

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("85+").contains("births.2023");
        List<Map<String, String>> cells = bench.result("census_check.csv");
        assertThat(cells).hasSize(38).allSatisfy(cell -> {
            assertThat(cell).containsEntry("within", "true");
            assertThat(cell.get("synthetic")).isEqualTo(cell.get("census"));
        });
        assertThat(bench.result("totals.csv"))
                .filteredOn(row -> row.get("figure").equals("births.2023"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("synthetic", "21"));
        assertThat(bench.result("assumptions.csv"))
                .extracting(row -> row.get("status"))
                .contains("source", "derived", "assumption");
        assertThat(bench.result("cast.csv")).hasSize(7);
    }

    @Test
    void the_snapshot_and_the_identities_lie_apart_and_are_their_owners_only() throws IOException {
        Workbench bench = new Workbench(folder);

        bench.run("synthesize", SMALL);

        assertThat(names(bench.out().resolve("snapshot")))
                .containsExactly(
                        "benefit.parquet",
                        "birth.parquet",
                        "complication.parquet",
                        "disability.parquet",
                        "hospital.parquet",
                        "kinship.parquet",
                        "move.parquet",
                        "only_child.parquet",
                        "person.parquet",
                        "residence.parquet",
                        "union.parquet",
                        "work.parquet");
        assertThat(names(bench.out().resolve("identity"))).containsExactly("identity.parquet");
        assertThat(names(bench.out())).doesNotContain("spill");
        for (String each : List.of("snapshot", "identity")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(bench.out().resolve(each))))
                    .isEqualTo("rwx------");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            areas: ["350924"]                          | 350924
            areas: ["33032"]                           | 33032
            areas: []                                  | expected a list of one county
            {areas: ["330329"], on: 2031-01-01}        | 2031-01-01
            {areas: ["330329"], on: soon}              | key on: "soon"
            {areas: ["330329"], scale: big}            | key scale: "big"
            {areas: ["330329"], scale: 0}              | Scale 0.0
            {areas: ["330329"], size: 3}               | key size
            """)
    void a_wrong_specification_is_refused_by_its_value_and_leaves_nothing(String specification, String said)
            throws IOException {
        Workbench bench = new Workbench(folder);

        Workbench.Outcome outcome = bench.run("synthesize", specification);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(said);
        assertThat(bench.out()).doesNotExist();
    }
}

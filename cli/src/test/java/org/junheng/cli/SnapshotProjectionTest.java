package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junheng.cli.Workbench.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot swept and projected: what the schemes will cost its county. */
class SnapshotProjectionTest {

    private static final String DAY = "2025-12-31";

    private static @TempDir Path made;
    private @TempDir Path folder;

    @BeforeAll
    static void make() throws IOException {
        System.setProperty(
                "junheng.schemes", Path.of("../schemes").toAbsolutePath().toString());
        Workbench.Outcome outcome =
                new Workbench(made).run("synthesize", "{areas: [\"330329\"], scale: 0.01, on: %s}".formatted(DAY));
        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    @Test
    void every_schemes_cost_of_the_years_to_come_follows_the_people_of_the_snapshot() throws IOException {
        Workbench bench = new Workbench(Files.createDirectory(folder.resolve("sweep")));
        String snapshot = made + "/out/snapshot";
        assertThat(bench.run("sweep", "{population: %s, on: %s, schemes: all, cells: true}".formatted(snapshot, DAY))
                        .code())
                .isZero();
        List<Map<String, String>> cells = bench.result("cells.csv");
        double swept = sum(bench.result("summary.csv"), "scheme", "childcare-subsidy");
        assertThat(sum(cells, "scheme", "childcare-subsidy"))
                .as("all but children who have died meanwhile")
                .isBetween(0.97 * swept, swept)
                .isPositive();

        Workbench outlook = new Workbench(Files.createDirectory(folder.resolve("project")));
        outlook.write("scenario.yaml", "{name: medium, until: 2036}");
        Workbench.Outcome outcome =
                outlook.run("project", """
                model: regional
                population: %s
                on: %s
                area: "330329"
                scenario: scenario.yaml
                trajectories: 8
                costs: {file: %s, from: 2026, years: 10}
                """.formatted(snapshot, DAY, bench.out().resolve("cells.csv")));
        assertThat(outcome.code()).as(outcome.said()).isZero();
        List<Map<String, String>> costs = outlook.result("costs.csv");
        assertThat(costs)
                .filteredOn(row -> row.get("scheme").equals("childcare-subsidy"))
                .hasSize(10)
                .allSatisfy(row -> assertThat(number(row, "cost_fen")).isPositive());
        assertThat(costs).extracting(row -> row.get("scheme")).contains("rural-reward");
        assertThat(outlook.result("costs_by_area.csv"))
                .as("one county, so the same as of all")
                .hasSameSizeAs(costs)
                .allSatisfy(row -> assertThat(row).containsEntry("area", "330329"));
        var county = Workbench.index(outlook.result("totals.csv"), "area", "year");
        assertThat(number(county.get(List.of("330329", "2025")), "total")).isBetween(1000.0, 5000.0);
        assertThat(number(county.get(List.of("330000", "2025")), "total"))
                .isCloseTo(number(county.get(List.of("330329", "2025")), "total"), offset(1e-6));
    }

    /** As if Taishun had what Changshan gives a couple at its marriage and Hangzhou at a second or third birth. */
    @Test
    void what_is_paid_once_counts_for_those_who_came_to_it_within_the_year() throws IOException {
        Path schemes = schemesOf(Map.of("changshan-marriage-gift", "330822", "hangzhou-maternity-aid", "3301"));
        Workbench today = swept(schemes, DAY);
        Workbench before = swept(schemes, "2024-12-31");

        List<Map<String, String>> cells = today.result("cells.csv");
        double owed = sum(today.result("summary.csv"), "scheme", "changshan-marriage-gift");
        double owedBefore = sum(before.result("summary.csv"), "scheme", "changshan-marriage-gift");
        assertThat(owedBefore).isPositive();
        assertThat(sum(cells, "scheme", "changshan-marriage-gift"))
                .as("couples married in the year, but those whose wife has died")
                .isBetween(0.6 * (owed - owedBefore), owed - owedBefore)
                .isPositive();
        assertThat(cells)
                .filteredOn(row -> row.get("scheme").equals("hangzhou-maternity-aid"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("age", "0"));
        assertThat(cells)
                .as("days of leave are no money")
                .noneMatch(row -> row.get("scheme").equals("paternity-leave"));
    }

    /** A copy of the schemes in which some hold for Taishun instead of their own area. */
    private Path schemesOf(Map<String, String> areas) throws IOException {
        Path schemes = Files.createDirectory(folder.resolve("schemes"));
        Path shipped = Path.of("../schemes");
        Files.copy(shipped.resolve("vocabulary.yaml"), schemes.resolve("vocabulary.yaml"));
        for (String scheme : List.of("changshan-marriage-gift", "hangzhou-maternity-aid", "paternity-leave")) {
            String text = Files.readString(shipped.resolve(scheme).resolve("scheme.yaml"));
            String area = areas.getOrDefault(scheme, "none");
            Files.writeString(
                    Files.createDirectory(schemes.resolve(scheme)).resolve("scheme.yaml"),
                    text.replace("\"" + area + "\"", "\"330329\""));
        }
        return schemes;
    }

    private Workbench swept(Path schemes, String day) throws IOException {
        Workbench bench = new Workbench(Files.createDirectory(folder.resolve("on-" + day)));
        Workbench.Outcome outcome = bench.run(
                "sweep",
                "{population: %s/out/snapshot, on: %s, scheme_files: %s, schemes: all, cells: true}"
                        .formatted(made, day, schemes));
        assertThat(outcome.code()).as(outcome.said()).isZero();
        return bench;
    }

    @Test
    void an_area_nobody_of_the_snapshot_lives_in_is_refused() throws IOException {
        Workbench bench = new Workbench(folder);
        bench.write("scenario.yaml", "{name: medium, until: 2030}");
        Workbench.Outcome outcome = bench.run(
                "project",
                "{model: regional, population: %s/out/snapshot, on: %s, area: \"65\", scenario: scenario.yaml}"
                        .formatted(made, DAY));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("key area: \"65\"");
    }

    private static double sum(List<Map<String, String>> rows, String key, String value) {
        return rows.stream()
                .filter(row -> row.get(key).equals(value) && !row.get("area").isEmpty())
                .mapToDouble(row -> number(row, "amount_fen"))
                .sum();
    }
}

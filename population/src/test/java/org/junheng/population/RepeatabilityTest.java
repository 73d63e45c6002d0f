package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.Test;

class RepeatabilityTest {

    private static final double TINY = 0.01;

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_does_not() throws IOException {
        try (var one = new MadeCounty(TINY, CountySpec.DEFAULT_DAY, 3);
                var two = new MadeCounty(TINY, CountySpec.DEFAULT_DAY, 3);
                var other = new MadeCounty(TINY, CountySpec.DEFAULT_DAY, 4)) {
            for (Path file : files(one.folder)) {
                Path twin = two.folder.resolve(one.folder.relativize(file));
                assertThat(Files.mismatch(file, twin)).as(file.toString()).isEqualTo(-1);
            }
            Path person = Path.of("snapshot", "person.parquet");
            assertThat(Files.mismatch(one.folder.resolve(person), other.folder.resolve(person)))
                    .isNotEqualTo(-1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".parquet")).toList();
            assertThat(files).hasSize(SnapshotSchema.list().size() + 1);
            return files;
        }
    }

    @Test
    void a_shorter_run_is_the_beginning_of_a_longer_one() {
        try (var shorter = new MadeCounty(TINY, LocalDate.of(2022, 6, 15), 5);
                var longer = new MadeCounty(TINY, LocalDate.of(2026, 11, 30), 5)) {
            String lives = """
                    SELECT key, sex, birth, CASE WHEN death <= DATE '2022-06-15' THEN death END AS death, i.name,
                           i.id_number
                      FROM person p JOIN identity i USING (key) WHERE birth <= DATE '2022-06-15' ORDER BY key
                    """;
            String moves =
                    "SELECT person, moved, kind, to_area FROM move WHERE moved <= DATE '2022-06-15' ORDER BY ALL";
            assertThat(missing(shorter, longer, lives)).isEmpty();
            assertThat(missing(shorter, longer, moves)).isEmpty();
        }
    }

    private static Set<String> missing(MadeCounty shorter, MadeCounty longer, String query) {
        Set<String> rows = new TreeSet<>(rows(shorter, query));
        assertThat(rows).hasSizeGreaterThan(1_000);
        rows.removeAll(new HashSet<>(rows(longer, query)));
        return rows;
    }

    private static List<String> rows(MadeCounty made, String query) {
        return made.tables.list(
                "SELECT CAST(r AS VARCHAR) AS row FROM (" + query + ") AS r", List.of(), row -> row.getString("row"));
    }

    @Test
    void what_cannot_be_made_is_refused_with_the_value() {
        LocalDate on = CountySpec.DEFAULT_DAY;
        assertThatThrownBy(() -> new CountySpec(AreaCode.of("330328"), 1, on, 1))
                .hasMessageContaining("330328");
        assertThatThrownBy(() -> new CountySpec(CountySpec.TAISHUN, 0, on, 1)).hasMessageContaining("Scale 0.0");
        assertThatThrownBy(() -> new CountySpec(CountySpec.TAISHUN, 1, LocalDate.of(2030, 1, 1), 1))
                .hasMessageContaining("2030-01-01");
    }
}

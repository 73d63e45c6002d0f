package org.junheng.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    private static final TableSchema PERSON = new TableSchema(
            "person",
            "One row per person",
            List.of(
                    Column.required("key", Column.Type.INTEGER, "person"),
                    Column.required("sex", Column.Type.TINYINT, "GB/T 2261.1"),
                    Column.required("birth", Column.Type.DATE, "day of birth"),
                    Column.optional("death", Column.Type.DATE, "day of death"),
                    Column.required("area", Column.Type.BIGINT, "place"),
                    Column.required("agricultural", Column.Type.BOOLEAN, "hukou category"),
                    Column.optional("ethnicity", Column.Type.VARCHAR, "GB/T 3304")));

    private @TempDir Path folder;
    private Tables tables;

    @BeforeEach
    void open() {
        tables = Tables.open(new Limits(512, 2, folder));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void rows_come_back_as_they_were_written() {
        Path file = folder.resolve(PERSON.fileName());
        tables.write(file, PERSON, rows -> {
            person(rows, 1, LocalDate.of(1943, 2, 28), "22");
            person(rows, 2, LocalDate.of(2024, 2, 29), null);
        });

        var read = tables.list(
                "SELECT * FROM read_parquet(?) ORDER BY key",
                List.of(file.toString()),
                row -> "%d %d %s %s %d %s %s"
                        .formatted(
                                row.getInt("key"),
                                row.getInt("sex"),
                                row.getDate("birth"),
                                row.findDate("death").map(LocalDate::toString).orElse("-"),
                                row.getLong("area"),
                                row.getBoolean("agricultural"),
                                row.findString("ethnicity").orElse("-")));

        assertThat(read)
                .containsExactly("1 1 1943-02-28 - 330329100000 true 22", "2 1 2024-02-29 - 330329100000 true -");
    }

    @Test
    void the_same_rows_give_the_same_bytes_on_any_number_of_threads() throws Exception {
        Path one = folder.resolve("one.parquet");
        Path two = folder.resolve("two.parquet");
        try (Tables single = Tables.open(new Limits(512, 1, folder))) {
            single.write(one, PERSON, TablesTest::manyPersons);
        }
        tables.write(two, PERSON, TablesTest::manyPersons);

        assertThat(Files.mismatch(one, two)).isEqualTo(-1);
    }

    @Test
    void a_large_answer_is_streamed() {
        AtomicLong sum = new AtomicLong();
        tables.forEach("SELECT range AS n FROM range(1000000)", List.of(), row -> sum.addAndGet(row.getLong("n")));

        assertThat(sum).hasValue(499_999_500_000L);
    }

    @Test
    void a_file_that_fails_half_way_does_not_appear() {
        Path file = folder.resolve("half.parquet");

        assertThatThrownBy(() -> tables.write(file, PERSON, rows -> {
                    person(rows, 1, LocalDate.of(2000, 1, 1), null);
                    rows.add(2).add(300);
                }))
                .hasMessage("Column person.sex of type TINYINT (required) cannot hold 300.");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_row_that_lacks_a_value_is_refused() {
        assertThatThrownBy(() -> tables.write(folder.resolve("short.parquet"), PERSON, rows -> {
                    rows.add(1).add(1);
                    rows.end();
                }))
                .hasMessage("A row of person has 2 values of 7.");
        assertThatThrownBy(() -> tables.write(
                        folder.resolve("null.parquet"),
                        PERSON,
                        rows -> rows.add(1).addNull()))
                .hasMessageContaining("person.sex")
                .hasMessageContaining("cannot hold nothing");
    }

    @Test
    void a_wrong_statement_is_shown_with_the_engines_reason() {
        assertThatThrownBy(() -> tables.list("SELECT nothing FROM nowhere", List.of(), row -> row))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("SELECT nothing");
    }

    @Test
    void a_null_is_never_read_as_zero() {
        assertThatThrownBy(() -> tables.list("SELECT CAST(NULL AS INTEGER) AS n", List.of(), row -> row.getInt("n")))
                .hasMessageContaining("'n' is null");
        assertThat(tables.list("SELECT CAST(NULL AS INTEGER) AS n", List.of(), row -> row.findInt("n")))
                .singleElement()
                .satisfies(found -> assertThat(found).isEmpty());
    }

    private static void manyPersons(RowAppender rows) {
        for (int i = 0; i < 300_000; i++) {
            person(rows, i, LocalDate.ofEpochDay(i % 40_000), i % 7 == 0 ? "22" : "01");
        }
    }

    private static void person(RowAppender rows, int key, LocalDate birth, String ethnicity) {
        rows.add(key).add(1).addDay((int) birth.toEpochDay()).addNull();
        rows.add(330329100000L).add(true).add(ethnicity).end();
    }
}

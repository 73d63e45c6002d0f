package org.junheng.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junheng.tables.Limits;
import org.junheng.tables.Tables;

/** A small county written to files, with views of them for questions in SQL. */
final class MadeCounty implements AutoCloseable {

    static final double SCALE = 0.02;

    final SyntheticCounty county;
    final Path folder;
    final Tables tables;

    MadeCounty(double scale, LocalDate on, long seed) {
        try {
            this.folder = Files.createTempDirectory("county");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.tables = Tables.open(new Limits(512, 2, folder));
        this.county = SyntheticCounty.make(new CountySpec(CountySpec.TAISHUN, scale, on, seed));
        county.write(folder.resolve("snapshot"), folder.resolve("identity"), tables);
        SnapshotSchema.list().forEach(schema -> view("snapshot", schema.name()));
        view("identity", "identity");
    }

    private void view(String part, String name) {
        Path file = folder.resolve(part).resolve(name + ".parquet");
        tables.execute("CREATE VIEW \"%s\" AS SELECT * FROM read_parquet('%s')".formatted(name, file));
    }

    /** The first number of an answer. */
    long count(String query) {
        return tables.list(
                        "SELECT CAST(n AS BIGINT) AS n FROM (%s) AS answer(n)".formatted(query),
                        List.of(),
                        row -> row.getLong("n"))
                .getFirst();
    }

    /** How many rows a question for offenders finds. */
    long offenders(String query) {
        return count("SELECT count(*) FROM (" + query + ")");
    }

    @Override
    public void close() {
        tables.close();
    }
}

package org.junheng.demonstration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.population.CountySpec;
import org.junheng.population.SyntheticCounty;
import org.junheng.register.Arrivals;
import org.junheng.register.Stated;
import org.junheng.tables.Limits;
import org.junheng.tables.Tables;

/** The folder in which the synthetic county lies between generator and register, readable by its owner only. */
final class CountyFolder {

    private static final int MEMORY_MB = 1024;
    private static final String CAST = "cast.csv";

    private final Path folder;
    private final double scale;
    private final long seed;
    private @Nullable FutureTask<LocalDate> making;

    CountyFolder(Path folder, double scale, long seed) {
        this.folder = folder;
        this.scale = scale;
        this.seed = seed;
    }

    /** Told after each record. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long all);
    }

    /** Whether a county lies here. */
    boolean isMade() {
        return Files.exists(folder.resolve(CAST));
    }

    /** Begins to make the county, beside whatever else is done, unless that has begun. */
    synchronized FutureTask<LocalDate> begin(LocalDate today) {
        if (making == null) {
            making = new FutureTask<>(() -> make(today));
            Thread.ofPlatform().daemon().name("county").start(making);
        }
        return making;
    }

    /** Makes the county as of a day, or as of the last day for which there are figures, and tells which it was. */
    LocalDate await(LocalDate today) {
        try {
            return begin(today).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The synthetic county could not be made.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The platform was stopped while the county was made.", e);
        }
    }

    /** The cast is written last: a folder that has it is whole. */
    private LocalDate make(LocalDate today) {
        createFolder();
        var on = today.isAfter(CountySpec.LAST_DAY) ? CountySpec.LAST_DAY : today;
        var county = SyntheticCounty.make(new CountySpec(CountySpec.TAISHUN, scale, on, seed));
        try (var tables = tables()) {
            county.write(folder.resolve("snapshot"), folder.resolve("identity"), tables);
        }
        write(
                CAST,
                "role,key,note\n"
                        + county.cast().stream()
                                .map(member -> "%s,%d,%s\n".formatted(member.role(), member.key(), member.note()))
                                .collect(Collectors.joining()));
        return on;
    }

    /** Hands the county's records to a reader of deliveries and tells how far it is. */
    <T> T read(Progress progress, Function<Arrivals.Delivery, T> reader) {
        try (var tables = tables()) {
            long persons = tables.list(
                            "SELECT count(*) AS n FROM read_parquet('%s/snapshot/person.parquet')".formatted(path()),
                            List.of(),
                            row -> row.getLong("n"))
                    .getFirst();
            var county = new CountyReader(tables, folder);
            return reader.apply(taker -> {
                var counted = new long[1];
                county.each(record -> {
                    taker.accept(record);
                    progress.at(++counted[0], persons);
                });
            });
        }
    }

    /** The key of a demonstration person in the register; none before the county was made. */
    Optional<Stated.Key> findMember(String role) {
        return findKey(role).map(CountyReader::key);
    }

    private Optional<Integer> findKey(String role) {
        var file = folder.resolve(CAST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(",", 3))
                    .filter(cells -> cells[0].equals(role))
                    .map(cells -> Integer.valueOf(cells[1]))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stand-in hospital needs a mother to report a birth of: the demonstration's, synthetic as all. */
    void writeExpectingMother() {
        var key = findKey("expecting-mother").orElseThrow();
        try (var tables = tables()) {
            var text = tables.list(
                            "SELECT name, id_number, phone FROM read_parquet('%s/identity/identity.parquet') WHERE key = ?"
                                    .formatted(path()),
                            List.of(key),
                            row -> "name=%s%nidNumber=%s%nphone=%s%n"
                                    .formatted(
                                            row.getString("name"),
                                            row.getString("id_number"),
                                            row.findString("phone").orElse("")))
                    .getFirst();
            write("expecting-mother.properties", text);
        }
    }

    private Tables tables() {
        return Tables.open(new Limits(MEMORY_MB, Runtime.getRuntime().availableProcessors(), folder));
    }

    private String path() {
        return folder.toString().replace("'", "''");
    }

    private void createFolder() {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s must be writable.".formatted(folder), e);
        }
    }
}

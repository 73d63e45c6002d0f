package org.junheng.simulation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.benefit.BenefitExtract;
import org.junheng.job.Progress;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;
import org.junheng.population.SnapshotSchema;
import org.junheng.register.ParticipantRole;
import org.junheng.register.RegisterExtract;
import org.junheng.tables.Limits;
import org.junheng.tables.RowAppender;
import org.junheng.tables.TableSchema;
import org.junheng.tables.Tables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Copies the register of an area into a snapshot: keys in an order that says nothing, which lead back to nobody because
 * no one keeps what they stood for; no names, no place below the township; a folder that only its owner may read.
 *
 * <p>Whoever is registered in a household is taken to have a birth medical certificate, without which nobody is
 * entered.
 */
@Component
class RegisterSnapshot {

    private static final int MEMORY_MB = 512;
    private static final String DONE = "complete";
    private static final int STEPS = 6;
    private static final int MOST = 99;
    private static final int CERTIFICATE_YEARS = 10;

    /** What the register does not hold: without these tables a sweep takes it for unknown, not for absent. */
    static final List<TableSchema> NOT_HELD =
            List.of(SnapshotSchema.ONLY_CHILD, SnapshotSchema.WORK, SnapshotSchema.COMPLICATION);

    private final RegisterExtract register;
    private final BenefitExtract benefits;
    private final Path home;

    RegisterSnapshot(RegisterExtract register, BenefitExtract benefits, @Value("${junheng.data}") String data) {
        this.register = register;
        this.benefits = benefits;
        this.home = Path.of(data).resolve("snapshots");
    }

    /** The snapshot of an area as of today; made if there is none of today yet. */
    synchronized Path of(AreaCode area, LocalDate today, Progress progress) {
        try {
            var folder = home.resolve(area.shortText()).resolve(today.toString());
            if (Files.exists(folder.resolve(DONE))) {
                return folder;
            }
            open(folder);
            try (var tables = Tables.open(limits(folder))) {
                new Copy(area, folder, tables).write(progress);
            }
            Files.createFile(folder.resolve(DONE));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void open(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path each = folder; each != null && Files.isDirectory(each); each = each.getParent()) {
            if (each.endsWith("snapshots")) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    static Limits limits(Path folder) {
        return new Limits(MEMORY_MB, Runtime.getRuntime().availableProcessors(), folder);
    }

    /** One copy being written. */
    private final class Copy {

        private final AreaCode area;
        private final Path folder;
        private final Tables tables;
        private final Map<UUID, Integer> keys = new HashMap<>();
        private final Map<UUID, String> marital = new HashMap<>();

        Copy(AreaCode area, Path folder, Tables tables) {
            this.area = area;
            this.folder = folder;
            this.tables = tables;
        }

        void write(Progress progress) {
            write(SnapshotSchema.UNION, this::unions);
            progress.at(1, STEPS);
            write(SnapshotSchema.PERSON, this::persons);
            progress.at(2, STEPS);
            write(SnapshotSchema.KINSHIP, this::kinship);
            progress.at(3, STEPS);
            write(SnapshotSchema.DISABILITY, this::disabilities);
            write(SnapshotSchema.MOVE, this::moves);
            progress.at(4, STEPS);
            write(SnapshotSchema.BENEFIT, this::granted);
            tables.export(
                    """
                    SELECT key AS child, 0 AS mother, NULL::INTEGER AS father, birth AS born, sex, '' AS hospital,
                           0::SMALLINT AS weight_g, 0::TINYINT AS gestation_weeks, 0::TINYINT AS parity,
                           1::TINYINT AS plurality, birth AS registered
                      FROM read_parquet('%s') ORDER BY key
                    """.formatted(file(SnapshotSchema.PERSON).toString().replace("'", "''")),
                    file(SnapshotSchema.BIRTH));
            progress.at(5, STEPS);
            SnapshotSchema.list().stream()
                    .filter(schema -> !Files.exists(file(schema)) && !NOT_HELD.contains(schema))
                    .forEach(schema -> write(schema, rows -> {}));
        }

        private Path file(TableSchema schema) {
            return folder.resolve(schema.fileName());
        }

        private void write(TableSchema schema, Consumer<RowAppender> rows) {
            tables.write(file(schema), schema, rows);
        }

        private int key(UUID person) {
            return keys.computeIfAbsent(person, id -> keys.size() + 1);
        }

        private void unions(RowAppender rows) {
            var number = new int[1];
            register.eachMarriage(area, marriage -> {
                var ended = marriage.endedBy().orElse("");
                var now = ended.isEmpty() ? "21" : ended.equals("death") ? "30" : "40";
                marital.put(marriage.one(), now);
                marital.put(marriage.other(), now);
                rows.add(++number[0]).add(key(marriage.one())).add(key(marriage.other()));
                rows.addDay(day(marriage.from())).add(area.value());
                if (marriage.to().isPresent()) {
                    rows.addDay(day(marriage.to().get())).add(ended);
                } else {
                    rows.addNull().addNull();
                }
                rows.add(1).add(1).end();
            });
        }

        private void persons(RowAppender rows) {
            Set<UUID> seen = new HashSet<>();
            register.eachPerson(area, person -> {
                if (!seen.add(person.id())) {
                    return;
                }
                rows.add(key(person.id())).add(person.sex() == Sex.MALE ? 1 : 2).addDay(day(person.born()));
                if (person.died().isPresent()) {
                    rows.addDay(day(person.died().get()));
                } else {
                    rows.addNull();
                }
                rows.add("97").add(person.agricultural()).add(marital.getOrDefault(person.id(), "10"));
                rows.add(person.hukou().value()).addDay(day(person.hukouSince()));
                rows.add(person.residence().value()).addDay(day(person.hukouSince()));
                rows.add(person.residence().value()).addDay(day(person.hukouSince()));
                rows.add(0).end();
            });
        }

        private void kinship(RowAppender rows) {
            Map<UUID, Child> children = new LinkedHashMap<>();
            register.eachParent(
                    area,
                    parent -> children.computeIfAbsent(parent.child(), child -> new Child(parent.born()))
                            .add(parent.role(), key(parent.parent())));
            Map<Delivery, Integer> babies = new HashMap<>();
            children.values().forEach(child -> babies.merge(child.delivery(), 1, Integer::sum));
            Map<Integer, Integer> births = new HashMap<>();
            children.forEach((id, child) -> {
                int order = child.mother == 0 ? 0 : Math.min(MOST, births.merge(child.mother, 1, Integer::sum));
                int together = child.mother == 0 ? 1 : Math.min(MOST, babies.getOrDefault(child.delivery(), 1));
                rows.add(key(id));
                parent(rows, child.mother);
                parent(rows, child.father);
                rows.add(child.adopted ? "adopted" : "biological");
                rows.add(order).add(together).addNull().end();
            });
        }

        private void disabilities(RowAppender rows) {
            register.eachDisability(
                    area,
                    each -> rows.add(key(each.person()))
                            .add(each.category())
                            .add(each.grade())
                            .addDay(day(each.certified()))
                            .addDay(day(each.certified().plusYears(CERTIFICATE_YEARS)))
                            .end());
        }

        private void moves(RowAppender rows) {
            var number = new int[1];
            register.eachHukouMove(
                    area,
                    move -> rows.add(++number[0])
                            .add(key(move.person()))
                            .addDay(day(move.moved()))
                            .add("hukou")
                            .add(move.from().value())
                            .add(move.to().value())
                            .add("settlement")
                            .end());
        }

        private void granted(RowAppender rows) {
            benefits.eachGranted(
                    area,
                    claim -> rows.add(key(claim.unit()))
                            .add("child")
                            .add(claim.scheme())
                            .add(claim.office().value())
                            .addDay(day(claim.filedOn()))
                            .add("parent")
                            .addNull()
                            .addNull()
                            .end());
        }

        private static void parent(RowAppender rows, int key) {
            if (key == 0) {
                rows.addNull();
            } else {
                rows.add(key);
            }
        }

        private static int day(LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }
    }

    /** Children a mother bore on one day. */
    private record Delivery(int mother, LocalDate born) {}

    /** A child with the keys of its parents, 0 where not known. */
    private static final class Child {

        private final LocalDate born;
        private int mother;
        private int father;
        private boolean adopted;

        Child(LocalDate born) {
            this.born = born;
        }

        void add(ParticipantRole role, int key) {
            switch (role) {
                case MOTHER, ADOPTIVE_MOTHER -> mother = key;
                case FATHER, ADOPTIVE_FATHER -> father = key;
                default -> throw new IllegalStateException(role + " is no parent.");
            }
            adopted |= role == ParticipantRole.ADOPTIVE_MOTHER || role == ParticipantRole.ADOPTIVE_FATHER;
        }

        Delivery delivery() {
            return new Delivery(mother, born);
        }
    }
}

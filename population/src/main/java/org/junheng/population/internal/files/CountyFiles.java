package org.junheng.population.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junheng.population.Assumptions;
import org.junheng.population.IdentitySchema;
import org.junheng.population.SnapshotSchema;
import org.junheng.population.internal.model.Surnames;
import org.junheng.tables.RowAppender;
import org.junheng.tables.TableSchema;
import org.junheng.tables.Tables;

/** Writes the snapshot and the identity extract of a county as of a day. */
public final class CountyFiles {

    private final AsOf county;
    private final Tables tables;
    private final Assumptions assumptions;
    private final Households households;

    public CountyFiles(AsOf county, Tables tables, Assumptions assumptions) {
        this.county = county;
        this.tables = tables;
        this.assumptions = assumptions;
        this.households = new Households(county);
    }

    public void snapshot(Path folder) {
        PeopleFiles people = new PeopleFiles(county, households);
        FamilyFiles families = new FamilyFiles(county);
        BirthFiles births = new BirthFiles(county);
        Disability disability = disability();
        double certificates = assumptions.share("only.child.certificate.percent");
        write(folder, SnapshotSchema.PERSON, people::persons);
        write(folder, SnapshotSchema.UNION, families::unions);
        write(folder, SnapshotSchema.KINSHIP, families::kinships);
        write(folder, SnapshotSchema.BIRTH, births::births);
        write(folder, SnapshotSchema.HOSPITAL, births::hospitals);
        write(folder, SnapshotSchema.MOVE, people::moves);
        write(folder, SnapshotSchema.RESIDENCE, people::residences);
        write(folder, SnapshotSchema.DISABILITY, disability::certificates);
        write(folder, SnapshotSchema.ONLY_CHILD, rows -> families.onlyChildren(certificates, rows));
        new ServiceFiles(county.on(), assumptions, tables).write(folder);
    }

    public void identity(Path folder, Surnames surnames) {
        IdentityFiles identity = new IdentityFiles(county, households, disability(), surnames);
        write(folder, IdentitySchema.IDENTITY, identity::identities);
    }

    private Disability disability() {
        return new Disability(county, assumptions.share("disability.percent"));
    }

    private void write(Path folder, TableSchema schema, Consumer<RowAppender> rows) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tables.write(folder.resolve(schema.fileName()), schema, rows);
    }
}

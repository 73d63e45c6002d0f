package org.junheng.population;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Facts;
import org.junheng.policy.Provenance;
import org.junheng.policy.Relation;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Statements;
import org.junheng.policy.SweepTables;
import org.junheng.policy.Text;
import org.junheng.population.internal.sweep.Workroom;
import org.junheng.tables.Row;

/** Reads the units of a snapshot one by one, as the JVM decides them. */
final class SnapshotFacts implements AutoCloseable {

    private static final Provenance SNAPSHOT = new Provenance(new Text("快照", "snapshot"), null);

    private final SchemeBook book;
    private final Workroom room;

    private SnapshotFacts(SchemeBook book, Workroom room) {
        this.book = book;
        this.room = room;
    }

    static SnapshotFacts open(SweepQuestion question, SchemeBook book) {
        return new SnapshotFacts(book, Workroom.open(question, List.copyOf(book.schemes())));
    }

    /** The units of a scheme by key. */
    Map<Long, Facts> read(Scheme scheme) {
        Map<Long, Facts.Builder> builders = new HashMap<>();
        room.eachChunk(scheme.unit(), SweepProgress.SILENT, chunk -> {
            SweepTables tables = room.tablesOf(scheme);
            room.tables().forEach("SELECT * FROM " + tables.units(), List.of(), row -> {
                Facts.Builder builder = book.vocabulary().facts(scheme.unit().id());
                for (FactDefinition fact : scheme.unit().facts()) {
                    value(fact, row).ifPresent(value -> builder.known(fact.name(), value, SNAPSHOT));
                }
                builders.put(row.getLong("id"), builder);
            });
            for (Relation relation : scheme.unit().relations()) {
                room.tables()
                        .forEach(
                                "SELECT * FROM " + tables.relations().get(relation.name()),
                                List.of(),
                                row -> Optional.ofNullable(builders.get(row.getLong("owner")))
                                        .ifPresent(builder -> builder.member(
                                                relation.name(), member -> fill(member, relation, row))));
            }
        });
        Map<Long, Facts> facts = new HashMap<>();
        builders.forEach((id, builder) -> facts.put(id, builder.build()));
        return facts;
    }

    private static void fill(Statements member, Relation relation, Row row) {
        for (FactDefinition fact : relation.facts()) {
            value(fact, row).ifPresent(value -> member.known(fact.name(), value, SNAPSHOT));
        }
    }

    private static Optional<Object> value(FactDefinition fact, Row row) {
        return switch (fact.type().kind()) {
            case BOOL -> row.findBoolean(fact.column()).map(value -> value);
            case INT -> row.findLong(fact.column()).map(value -> value);
            case MONEY -> row.findLong(fact.column()).map(Money::ofFen);
            case DATE -> row.findDate(fact.column()).map(value -> value);
            case AREA -> row.findLong(fact.column()).map(AreaCode::new);
            case CODE -> row.findString(fact.column()).map(value -> value);
        };
    }

    @Override
    public void close() {
        room.close();
    }
}

package org.junheng.register.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Indexes, keys and foreign keys of the register's tables, taken down before a load and built again after it, from what
 * the database itself says of them: a migration that adds one needs no word here. Both happen in the transaction of the
 * load, so a load that breaks off leaves them as they were.
 */
final class Structure {

    /** Foreign keys go first and come last; indexes that belong to a constraint go with it. */
    private static final String PARTS = """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname)  AS removal,
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname,
                          pg_get_constraintdef(c.oid))                                           AS building,
                   CASE c.contype WHEN 'f' THEN 1 ELSE 2 END                                     AS rank,
                   c.conrelid::regclass::text                                                    AS of_table,
                   c.conname                                                                     AS name
              FROM pg_constraint c
             WHERE c.contype IN ('p', 'u', 'f')
               AND (c.conrelid = ANY (?::text[]::regclass[]) OR c.confrelid = ANY (?::text[]::regclass[]))
             UNION ALL
            SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 3, i.indrelid::regclass::text, r.relname
              FROM pg_index i
              JOIN pg_class r ON r.oid = i.indexrelid
             WHERE i.indrelid = ANY (?::text[]::regclass[])
               AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))
             ORDER BY rank, name
            """;

    private final List<Part> parts;
    private final Set<Part> built = new HashSet<>();

    /**
     * How one is removed and built again.
     *
     * @param foreignKey whether it ties two tables
     */
    private record Part(String table, boolean foreignKey, String removal, String building) {}

    /** Told after each part that was built. */
    @FunctionalInterface
    interface Watcher {
        void built(int done, int all);
    }

    private Structure(List<Part> parts) {
        this.parts = parts;
    }

    static Structure takeDown(Connection owner, List<String> tables) throws SQLException {
        var structure = new Structure(read(owner, tables));
        try (var statement = owner.createStatement()) {
            for (var part : structure.parts) {
                statement.execute(part.removal());
            }
        }
        return structure;
    }

    private static List<Part> read(Connection owner, List<String> tables) throws SQLException {
        try (var query = owner.prepareStatement(PARTS)) {
            var names = owner.createArrayOf("text", tables.toArray());
            for (int i = 1; i <= 3; i++) {
                query.setArray(i, names);
            }
            var parts = new ArrayList<Part>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    parts.add(new Part(
                            rows.getString("of_table"),
                            rows.getInt("rank") == 1,
                            rows.getString("removal"),
                            rows.getString("building")));
                }
            }
            return parts;
        }
    }

    /** Builds what is still missing of the keys and indexes of some tables. */
    void build(Connection owner, List<String> tables, Watcher watcher) throws SQLException {
        build(owner, part -> !part.foreignKey() && tables.contains(part.table()), watcher);
    }

    /** Ties the tables again by their foreign keys, once the keys are there. */
    void tie(Connection owner, Watcher watcher) throws SQLException {
        build(owner, Part::foreignKey, watcher);
    }

    private void build(Connection owner, Predicate<Part> which, Watcher watcher) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (var part : parts) {
                if (which.test(part) && built.add(part)) {
                    statement.execute(part.building());
                    watcher.built(built.size(), parts.size());
                }
            }
        }
    }
}

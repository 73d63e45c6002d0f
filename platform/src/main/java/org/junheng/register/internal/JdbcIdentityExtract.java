package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Actors;
import org.junheng.access.ReadLog;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;
import org.junheng.register.IdentityExtract;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcIdentityExtract implements IdentityExtract {

    private static final int FETCHED = 10_000;

    private static final String FACES = """
            SELECT p.id, i.name, p.sex, coalesce(p.born_on, i.born_on) AS born_on, i.id_no_cipher, i.phone_cipher, i.address,
                   coalesce(p.residence_area, p.hukou_area, p.service_area) AS area, mi.name AS mother
              FROM register.person p
              JOIN register.identity i ON i.record_id = p.identity_record
              LEFT JOIN register.parentage m ON m.child_id = p.id AND m.role = 'mother' AND m.known_to = 'infinity'
              LEFT JOIN register.person mp ON mp.id = m.parent_id
              LEFT JOIN register.identity mi ON mi.record_id = mp.identity_record
             WHERE p.hukou_area     >= :from AND p.hukou_area     < :to
                OR p.residence_area >= :from AND p.residence_area < :to
                OR p.service_area   >= :from AND p.service_area   < :to
            """;

    private final JdbcClient loader;
    private final TransactionTemplate loading;
    private final TransactionTemplate logging;
    private final ReadLog readLog;
    private final Vault vault;

    JdbcIdentityExtract(
            @Loader JdbcClient loader,
            @Loader TransactionTemplate loading,
            TransactionTemplate logging,
            ReadLog readLog,
            Vault vault) {
        this.loader = loader;
        this.loading = loading;
        this.logging = logging;
        this.readLog = readLog;
        this.vault = vault;
    }

    /** The read is logged before anything is read, so that a run that breaks off stands in the log, too. */
    @Override
    public void each(AreaCode area, Consumer<Face> taker) {
        if (Actors.get().areas().stream().noneMatch(own -> own.contains(area))) {
            throw new IllegalArgumentException("%s does not work in %s.".formatted(Actors.get(), area));
        }
        int persons = count(area);
        logging.executeWithoutResult(status -> readLog.exported(persons));
        loading.executeWithoutResult(status -> {
            try (var rows = loader
                    .sql(FACES)
                    .withFetchSize(FETCHED)
                    .param("from", area.from())
                    .param("to", area.to())
                    .query(this::face)
                    .stream()) {
                rows.forEach(taker);
            }
        });
    }

    private int count(AreaCode area) {
        return loading.execute(status -> loader.sql("SELECT count(*) FROM (%s) faces".formatted(FACES))
                .param("from", area.from())
                .param("to", area.to())
                .query(Integer.class)
                .single());
    }

    private Face face(ResultSet row, int number) throws SQLException {
        long area = row.getLong("area");
        var place = row.wasNull() ? Optional.<AreaCode>empty() : Optional.of(new AreaCode(area));
        return new Face(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Sex.CODES.get(row.getString("sex")),
                Optional.ofNullable(row.getObject("born_on", LocalDate.class)),
                unsealed(row.getBytes("id_no_cipher")),
                unsealed(row.getBytes("phone_cipher")),
                place,
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getString("mother")));
    }

    private Optional<String> unsealed(byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed).map(vault::unseal);
    }
}

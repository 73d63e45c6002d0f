package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.ResidentId;
import org.junheng.register.CorrectableFact;
import org.junheng.register.Corrections.Statement;
import org.junheng.register.Corrections.Weight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What sources have stated of a fact, with what became of each statement. */
@Component
class StatedBefore {

    private final JdbcClient app;
    private final TransactionTemplate work;
    private final Vault vault;

    StatedBefore(JdbcClient app, TransactionTemplate work, Vault vault) {
        this.app = app;
        this.work = work;
        this.vault = vault;
    }

    List<Statement> list(UUID person, CorrectableFact fact, LocalDate today) {
        return work.execute(status -> switch (fact) {
            case NAME, ID_NUMBER, ADDRESS, PHONE -> identities(person, fact);
            case BORN_ON, SEX, HUKOU, RESIDENCE, HUKOU_CATEGORY -> events(person, fact, today);
            case FAMILY -> List.of();
        });
    }

    /** Of a value stated again and again the first statement is shown. */
    private List<Statement> identities(UUID person, CorrectableFact fact) {
        var all = app
                .sql(CorrectionSql.STATED_IDENTITIES)
                .param("person", person)
                .query((row, number) -> identity(row, fact))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        var different = new ArrayList<Statement>();
        for (var statement : all) {
            boolean again = !different.isEmpty()
                    && different.getLast().value().equals(statement.value())
                    && different.getLast().source().equals(statement.source());
            if (again && statement.weight() == Weight.OTHER) {
                continue;
            }
            different.add(statement);
        }
        return different;
    }

    private Optional<Statement> identity(ResultSet row, CorrectableFact fact) throws SQLException {
        var value = Optional.ofNullable(
                switch (fact) {
                    case NAME -> row.getString("name");
                    case ID_NUMBER -> masked(row.getBytes("id_no_cipher"));
                    case PHONE -> lastFour(row.getBytes("phone_cipher"));
                    case ADDRESS, BORN_ON, SEX, HUKOU, RESIDENCE, HUKOU_CATEGORY, FAMILY -> row.getString("address");
                });
        var source = row.getString("source");
        var at = row.getTimestamp("received_at").toInstant();
        var weight = row.getBoolean("shown") ? Weight.SHOWN : Weight.OTHER;
        return value.map(text -> new Statement(text, source, at, Optional.empty(), weight));
    }

    private @Nullable String masked(byte @Nullable [] sealed) {
        return sealed == null ? null : ResidentId.of(vault.unseal(sealed)).toString();
    }

    private @Nullable String lastFour(byte @Nullable [] sealed) {
        return sealed == null ? null : Masked.lastFour(vault.unseal(sealed));
    }

    private List<Statement> events(UUID person, CorrectableFact fact, LocalDate today) {
        return app.sql(CorrectionSql.STATED_EVENTS)
                .param("person", person)
                .param("kind", fact.event().orElseThrow().code())
                .param("today", today)
                .query((row, number) -> event(row, fact))
                .list();
    }

    private static Statement event(ResultSet row, CorrectableFact fact) throws SQLException {
        var on = row.getObject("occurred_on", LocalDate.class);
        var value = switch (fact) {
            case BORN_ON -> on.toString();
            case HUKOU, RESIDENCE -> row.getString("area");
            case SEX, HUKOU_CATEGORY, NAME, ID_NUMBER, ADDRESS, PHONE, FAMILY -> row.getString("value");
        };
        Instant at = row.getTimestamp("recorded_at").toInstant();
        var weight = row.getBoolean("revoked") ? Weight.REVOKED : row.getBoolean("shown") ? Weight.SHOWN : Weight.OTHER;
        var from = fact.holdsForATime() ? Optional.of(on) : Optional.<LocalDate>empty();
        return new Statement(value, row.getString("source"), at, from, weight);
    }
}

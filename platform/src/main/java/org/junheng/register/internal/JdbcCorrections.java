package org.junheng.register.internal;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Actors;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.CorrectableFact;
import org.junheng.register.Corrections;
import org.junheng.register.EventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcCorrections implements Corrections {

    private final JdbcClient loader;
    private final TransactionTemplate loading;
    private final Vault vault;
    private final StatedBefore stated;
    private final Clock clock;

    JdbcCorrections(
            @Loader JdbcClient loader,
            @Loader TransactionTemplate loading,
            Vault vault,
            StatedBefore stated,
            Clock clock) {
        this.loader = loader;
        this.loading = loading;
        this.vault = vault;
        this.stated = stated;
        this.clock = clock;
    }

    @Override
    public List<Statement> listStatements(UUID person, CorrectableFact fact) {
        return stated.list(person, fact, today());
    }

    @Override
    public Outcome correct(Correction correction) {
        Actors.get();
        return loading.execute(status -> {
            if (numberTaken(correction)) {
                return Outcome.NUMBER_TAKEN;
            }
            record(correction.id()).ifPresent(record -> write(correction, record));
            return Outcome.CORRECTED;
        });
    }

    private boolean numberTaken(Correction correction) {
        return correction.fact() == CorrectableFact.ID_NUMBER
                && loader.sql(CorrectionSql.NUMBER_TAKEN)
                        .param("number", vault.index(Vault.Kind.ID_NUMBER, correction.value()))
                        .param("person", correction.person())
                        .query(Boolean.class)
                        .single();
    }

    private Optional<UUID> record(UUID correction) {
        return loader.sql(CorrectionSql.RECORD)
                .param("key", correction.toString())
                .query(UUID.class)
                .optional();
    }

    private void write(Correction correction, UUID record) {
        loader.sql(CorrectionSql.LINK)
                .param("record", record)
                .param("person", correction.person())
                .update();
        switch (correction.fact()) {
            case NAME, ID_NUMBER -> writeIdentity(correction, record, true);
            case PHONE, ADDRESS -> writeIdentity(correction, record, false);
            case BORN_ON -> {
                writeIdentity(correction, record, true);
                writeBirth(correction, record);
            }
            case SEX -> writeBirth(correction, record);
            case HUKOU, RESIDENCE, HUKOU_CATEGORY -> writeStanding(correction, record);
            case FAMILY -> throw new IllegalStateException("Refused when the correction was made.");
        }
        loader.sql("SELECT register.refold(ARRAY[:person]::uuid[])")
                .param("person", correction.person())
                .query(Integer.class)
                .single();
    }

    private void writeIdentity(Correction correction, UUID record, boolean face) {
        var value = CorrectedIdentity.of(correction, vault);
        loader.sql(CorrectionSql.IDENTITY)
                .param("record", record)
                .param("person", correction.person())
                .param("name", value.name(), Types.VARCHAR)
                .param("folded", value.folded(), Types.VARCHAR)
                .param("pinyin", value.pinyin(), Types.VARCHAR)
                .param("initials", value.initials(), Types.VARCHAR)
                .param("bornOn", value.bornOn(), Types.DATE)
                .param("numberCipher", value.number().cipher(), Types.BINARY)
                .param("numberIndex", value.number().index(), Types.BINARY)
                .param("phoneCipher", value.phone().cipher(), Types.BINARY)
                .param("phoneIndex", value.phone().index(), Types.BINARY)
                .param("address", value.address(), Types.VARCHAR)
                .update();
        if (face) {
            loader.sql(CorrectionSql.IDENTITY_CORRECTED)
                    .param("record", record)
                    .param("person", correction.person())
                    .param("today", today())
                    .param("fact", correction.fact().code())
                    .update();
        }
    }

    /** A person is born once: every statement of the birth is taken back. */
    private void writeBirth(Correction correction, UUID record) {
        var birth = loader.sql(CorrectionSql.BIRTH)
                .param("person", correction.person())
                .query((row, number) -> new Birth(row.getString("sex"), row.getObject("born_on", LocalDate.class)))
                .single();
        var right = correction.fact() == CorrectableFact.SEX
                ? new Birth(correction.value(), birth.on())
                : new Birth(birth.sex(), LocalDate.parse(correction.value()));
        revoke(correction, record, EventKind.BIRTH, LocalDate.of(1, 1, 1));
        var event = state(record, EventKind.BIRTH, right.on(), null, right.sex());
        loader.sql(CorrectionSql.PARTICIPANTS)
                .param("event", event)
                .param("record", record)
                .update();
    }

    /**
     * From the day on which the right value holds; without one, from the day since which the wrong one is held to hold.
     */
    private void writeStanding(Correction correction, UUID record) {
        var kind = correction.fact().event().orElseThrow();
        var from = correction.since().orElseGet(() -> holdsSince(correction.person(), kind));
        revoke(correction, record, kind, from);
        var place = correction.fact().isPlace();
        state(record, kind, from, place ? Long.valueOf(correction.value()) : null, place ? null : correction.value());
    }

    private LocalDate holdsSince(UUID person, EventKind kind) {
        return loader.sql(CorrectionSql.HOLDS_SINCE)
                .param("person", person)
                .param("kind", kind.code())
                .param("today", today())
                .query(LocalDate.class)
                .single();
    }

    private void revoke(Correction correction, UUID record, EventKind kind, LocalDate from) {
        loader.sql(CorrectionSql.REVOKE)
                .param("record", record)
                .param("person", correction.person())
                .param("kind", kind.code())
                .param("from", from)
                .update();
    }

    private UUID state(UUID record, EventKind kind, LocalDate on, @Nullable Long area, @Nullable String value) {
        return loader.sql(CorrectionSql.STATE)
                .param("record", record)
                .param("kind", kind.code())
                .param("on", on)
                .param("area", area, Types.BIGINT)
                .param("value", value, Types.VARCHAR)
                .query(UUID.class)
                .single();
    }

    private LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }

    private record Birth(String sex, LocalDate on) {}
}

package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junheng.benefit.internal.JdbcInstructions.Granted;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Granted claims, for the job that derives what is owed. */
@Repository
class JdbcGrantedClaims {

    private static final String OF_UNITS = """
            SELECT id, unit_id, area, filed_on, declared, found
              FROM benefit.claim
             WHERE unit_id = ANY (:units) AND scheme = :scheme AND state = 'granted'
            """;

    /** Granted just now and not derived yet, should the derivation that follows a grant have been cut off. */
    private static final String WITHOUT_INSTRUCTION = """
            SELECT c.unit_id
              FROM benefit.claim c
             WHERE c.scheme = :scheme AND c.state = 'granted' AND c.settled_at > now() - interval '1 day'
               AND NOT EXISTS (SELECT FROM benefit.instruction i WHERE i.claim_id = c.id)
            """;

    private final JdbcClient loader;
    private final StatedFacts facts;

    JdbcGrantedClaims(@Loader JdbcClient loader, StatedFacts facts) {
        this.loader = loader;
        this.facts = facts;
    }

    List<Granted> list(Collection<UUID> units) {
        return loader.sql(OF_UNITS)
                .param("units", units.toArray(UUID[]::new))
                .param("scheme", Subsidy.SCHEME)
                .query((row, number) -> {
                    var area = new AreaCode(row.getLong("area"));
                    var claimed = new Claimed(
                            row.getObject("filed_on", LocalDate.class),
                            area,
                            facts.read(row.getString("declared")),
                            facts.readFound(row.getString("found")));
                    return new Granted(
                            row.getObject("id", UUID.class), row.getObject("unit_id", UUID.class), area, claimed);
                })
                .list();
    }

    List<UUID> listUnitsWithoutInstruction() {
        return loader.sql(WITHOUT_INSTRUCTION)
                .param("scheme", Subsidy.SCHEME)
                .query((row, number) -> row.getObject("unit_id", UUID.class))
                .list();
    }
}

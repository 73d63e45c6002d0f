package org.junheng.access.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junheng.access.Grants;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGrants implements Grants {

    private static final String LEND = """
            INSERT INTO access.person_grant (person_id, area, case_ref, valid_until, granted_by)
            VALUES (:person, :area, :case, :until, access.subject())
                ON CONFLICT (person_id, area, case_ref) DO UPDATE
               SET valid_until = greatest(person_grant.valid_until, excluded.valid_until)
            """;

    private final JdbcClient loader;

    JdbcGrants(@Loader JdbcClient loader) {
        this.loader = loader;
    }

    @Override
    public void lend(UUID person, AreaCode area, String caseRef, Instant until) {
        loader.sql(LEND)
                .param("person", person)
                .param("area", area.value())
                .param("case", caseRef)
                .param("until", Timestamp.from(until))
                .update();
    }
}

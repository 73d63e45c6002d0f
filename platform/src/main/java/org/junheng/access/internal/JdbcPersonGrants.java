package org.junheng.access.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junheng.access.PersonGrants;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcPersonGrants implements PersonGrants {

    private static final String LEND = """
            INSERT INTO access.person_grant (person_id, area, case_ref, valid_until, granted_by)
            VALUES (:person, :area, :caseRef, :until, access.subject())
                ON CONFLICT (person_id, area, case_ref) DO UPDATE
               SET valid_until = greatest(person_grant.valid_until, excluded.valid_until)
            """;

    private final JdbcClient loader;
    private final TransactionTemplate work;

    JdbcPersonGrants(@Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.loader = loader;
        this.work = work;
    }

    @Override
    public void lend(UUID person, AreaCode area, String caseRef, Instant until) {
        work.executeWithoutResult(status -> loader.sql(LEND)
                .param("person", person)
                .param("area", area.value())
                .param("caseRef", caseRef)
                .param("until", Timestamp.from(until))
                .update());
    }
}

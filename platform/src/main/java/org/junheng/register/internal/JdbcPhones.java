package org.junheng.register.internal;

import java.util.Optional;
import java.util.UUID;
import org.junheng.access.ReadLog;
import org.junheng.register.Phones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcPhones implements Phones {

    private static final String LAST_STATED = """
              SELECT phone_cipher
                FROM register.identity
               WHERE person_id = :person AND phone_cipher IS NOT NULL
            ORDER BY record_id DESC
               LIMIT 1
            """;

    private final JdbcClient app;
    private final TransactionTemplate work;
    private final Vault vault;
    private final ReadLog readLog;

    JdbcPhones(JdbcClient app, TransactionTemplate work, Vault vault, ReadLog readLog) {
        this.app = app;
        this.work = work;
        this.vault = vault;
        this.readLog = readLog;
    }

    @Override
    public Optional<String> find(UUID person) {
        return work.execute(status -> {
            readLog.opened(person, "phone");
            return app.sql(LAST_STATED)
                    .param("person", person)
                    .query((row, number) -> vault.unseal(row.getBytes("phone_cipher")))
                    .optional();
        });
    }
}

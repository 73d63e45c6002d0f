package org.junheng.register.internal;

import java.util.Optional;
import java.util.UUID;
import org.junheng.register.BankAccount;
import org.junheng.register.BankAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcBankAccounts implements BankAccounts {

    private static final String LAST_STATED = """
              SELECT name, account_cipher
                FROM register.identity
               WHERE person_id = :person AND account_cipher IS NOT NULL
            ORDER BY record_id DESC
               LIMIT 1
            """;

    private final JdbcClient app;
    private final TransactionTemplate work;
    private final Vault vault;

    JdbcBankAccounts(JdbcClient app, TransactionTemplate work, Vault vault) {
        this.app = app;
        this.work = work;
        this.vault = vault;
    }

    @Override
    public Optional<BankAccount> find(UUID person) {
        return work.execute(status -> app.sql(LAST_STATED)
                .param("person", person)
                .query((row, number) ->
                        new BankAccount(row.getString("name"), vault.unseal(row.getBytes("account_cipher"))))
                .optional());
    }
}

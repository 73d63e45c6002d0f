package org.junheng.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private static final String BY_SUBJECT = """
            SELECT subject, role, title_zh, title_en, areas, person_id, password_hash
              FROM access.account
             WHERE subject = :subject
            """;

    private static final String BY_SUBJECTS = """
            SELECT subject, role, title_zh, title_en, areas, person_id, password_hash
              FROM access.account
             WHERE subject = ANY (:subjects)
            """;

    private static final String DEMONSTRATION = """
              SELECT subject, role, title_zh, title_en, areas, person_id, password_hash
                FROM access.account
               WHERE demonstration
            ORDER BY created_at, subject
            """;

    private static final String OPEN = """
            INSERT INTO access.account (subject, role, title_zh, title_en, areas, person_id, password_hash, demonstration, created_at)
            VALUES (:subject, :role, :titleZh, :titleEn, :areas, :person, 'none', true, clock_timestamp())
                ON CONFLICT (subject) DO UPDATE
               SET role = excluded.role, title_zh = excluded.title_zh, title_en = excluded.title_en,
                   areas = excluded.areas, person_id = excluded.person_id
             WHERE account.demonstration
            """;

    private final JdbcClient app;
    private final JdbcClient loader;

    JdbcAccounts(JdbcClient app, @Loader JdbcClient loader) {
        this.app = app;
        this.loader = loader;
    }

    Optional<SignedIn> find(String subject) {
        return app.sql(BY_SUBJECT)
                .param("subject", subject)
                .query(JdbcAccounts::signedIn)
                .optional();
    }

    @Override
    public List<Account> listDemonstration() {
        return app.sql(DEMONSTRATION)
                .query((row, number) -> signedIn(row, number).account())
                .list();
    }

    @Override
    public void openDemonstration(Account account) {
        loader.sql(OPEN)
                .param("subject", account.subject())
                .param("role", account.role().name())
                .param("titleZh", account.titleZh())
                .param("titleEn", account.titleEn())
                .param("areas", account.areas().stream().map(AreaCode::value).toArray(Long[]::new))
                .param("person", account.person().orElse(null), java.sql.Types.OTHER)
                .update();
    }

    @Override
    public Map<String, String> listTitles(Collection<String> subjects, Locale locale) {
        return app
                .sql(BY_SUBJECTS)
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, number) -> signedIn(row, number).account())
                .list()
                .stream()
                .collect(Collectors.toMap(Account::subject, account -> account.title(locale)));
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        var areas = (Long[]) row.getArray("areas").getArray();
        var account = new Account(
                row.getString("subject"),
                Role.valueOf(row.getString("role")),
                row.getString("title_zh"),
                row.getString("title_en"),
                Arrays.stream(areas).map(AreaCode::new).toList(),
                Optional.ofNullable(row.getObject("person_id", UUID.class)));
        return new SignedIn(account, row.getString("password_hash"));
    }
}

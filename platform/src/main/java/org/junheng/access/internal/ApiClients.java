package org.junheng.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junheng.access.Account;
import org.junheng.access.ApiClientKeys;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The systems of other departments that may call us, each with a key of its own, of which we keep the hash only. */
@Repository
class ApiClients implements ApiClientKeys {

    private static final String BY_KEY = """
            SELECT client, role, title_zh, title_en, areas
              FROM access.api_client
             WHERE key_hash = :hash
            """;

    private static final String OPEN = """
            INSERT INTO access.api_client (client, role, title_zh, title_en, areas, key_hash)
            VALUES (:client, :role, :titleZh, :titleEn, :areas, :hash)
                ON CONFLICT (client) DO UPDATE
               SET role = excluded.role, title_zh = excluded.title_zh, title_en = excluded.title_en,
                   areas = excluded.areas, key_hash = excluded.key_hash
            """;

    private final JdbcClient app;
    private final JdbcClient loader;

    ApiClients(JdbcClient app, @Loader JdbcClient loader) {
        this.app = app;
        this.loader = loader;
    }

    @Override
    public void open(Client client, String key) {
        loader.sql(OPEN)
                .param("client", client.name())
                .param("role", client.role().name())
                .param("titleZh", client.titleZh())
                .param("titleEn", client.titleEn())
                .param("areas", client.areas().stream().map(AreaCode::value).toArray(Long[]::new))
                .param("hash", hash(key))
                .update();
    }

    Optional<SignedIn> find(String key) {
        return app.sql(BY_KEY)
                .param("hash", hash(key))
                .query((row, number) -> new SignedIn(
                        new Account(
                                row.getString("client"),
                                Role.valueOf(row.getString("role")),
                                row.getString("title_zh"),
                                row.getString("title_en"),
                                areas((Long[]) row.getArray("areas").getArray()),
                                Optional.empty()),
                        ""))
                .optional();
    }

    private static List<AreaCode> areas(Long[] codes) {
        return Arrays.stream(codes).map(AreaCode::new).toList();
    }

    /** Keys are long and random, so a plain hash keeps them. */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.junheng.register.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junheng.register.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sources are added by migrations only, so each is read once. */
@Repository
class JdbcSources implements Sources {

    private static final String BY_CODE = """
            SELECT code, title_zh, title_en
              FROM register.source
             WHERE code = :code
            """;

    private final JdbcClient app;
    private final Map<String, Source> known = new ConcurrentHashMap<>();

    JdbcSources(JdbcClient app) {
        this.app = app;
    }

    @Override
    public Source get(String code) {
        return known.computeIfAbsent(code, this::read);
    }

    private Source read(String code) {
        return app.sql(BY_CODE)
                .param("code", code)
                .query((row, number) ->
                        new Source(row.getString("code"), row.getString("title_zh"), row.getString("title_en")))
                .optional()
                .orElseGet(() -> new Source(code, code, code));
    }
}

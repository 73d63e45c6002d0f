package org.junheng.linking.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junheng.database.Loader;
import org.junheng.linking.OpenPairs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcOpenPairs implements OpenPairs {

    private static final String OPEN = """
            SELECT one_id, other_id
              FROM linking.pair
             WHERE state IN ('open', 'proposed')
            """;

    private final JdbcClient loader;
    private final TransactionTemplate loading;

    JdbcOpenPairs(@Loader JdbcClient loader, @Loader TransactionTemplate loading) {
        this.loader = loader;
        this.loading = loading;
    }

    @Override
    public List<Two> list() {
        return Objects.requireNonNull(loading.execute(status -> loader.sql(OPEN)
                .query((row, number) ->
                        new Two(row.getObject("one_id", UUID.class), row.getObject("other_id", UUID.class)))
                .list()));
    }
}

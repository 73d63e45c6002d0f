package org.junheng.payment.internal;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One at a time: taking instructions over, making, freezing and discarding rolls, applying returns. They are few and
 * short, and each must see what the other left.
 */
final class PaymentLock {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('payment', 0))";

    private PaymentLock() {}

    /** Held to the end of the present transaction. */
    static void take(JdbcClient client) {
        client.sql(LOCK).query((row, number) -> number).list();
    }
}

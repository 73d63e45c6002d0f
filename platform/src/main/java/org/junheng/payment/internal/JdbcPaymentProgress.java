package org.junheng.payment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.benefit.PaymentProgress;
import org.junheng.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcPaymentProgress implements PaymentProgress {

    private static final String OF_UNIT = """
              SELECT p.instruction_id, p.period, p.amount_fen, t.state, t.reason, t.settled_at,
                     coalesce((SELECT sum(s.amount_fen) FROM payment.set_off s
                                WHERE s.payable_id = p.instruction_id OR s.recovery_id = p.instruction_id), 0)
                       = abs(p.amount_fen) AS set_off
                FROM payment.payable p
                LEFT JOIN LATERAL (SELECT state, reason, settled_at FROM payment.transfer x
                                    WHERE x.instruction_id = p.instruction_id ORDER BY attempt DESC LIMIT 1) t ON true
               WHERE p.unit_id = :unit
            ORDER BY p.period, p.instruction_id
            """;

    private final JdbcClient app;
    private final TransactionTemplate work;

    JdbcPaymentProgress(JdbcClient app, TransactionTemplate work) {
        this.app = app;
        this.work = work;
    }

    @Override
    public List<Progress> listOf(UUID unit) {
        return work.execute(status -> app.sql(OF_UNIT)
                .param("unit", unit)
                .query((row, number) -> new Progress(
                        row.getObject("instruction_id", UUID.class),
                        row.getString("period"),
                        Money.ofFen(row.getLong("amount_fen")),
                        state(row),
                        Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("reason"))))
                .list());
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getBoolean("set_off")) {
            return State.SET_OFF;
        }
        if (row.getLong("amount_fen") < 0) {
            return State.TO_RECOVER;
        }
        var transfer = Optional.ofNullable(row.getString("state")).orElse("");
        return switch (transfer) {
            case "pending" -> State.UNDER_WAY;
            case "paid" -> State.PAID;
            case "returned" -> State.RETURNED;
            default -> State.WAITING;
        };
    }
}

package org.junheng.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junheng.StateCharts;
import org.junit.jupiter.api.Test;

class RollFlowTest {

    @Test
    void the_diagram_in_the_reference_shows_the_table() throws IOException {
        StateCharts.check(
                "pay-roll",
                "States of a pay-roll (发放表的状态)",
                RollFlow.TABLE,
                row -> new StateCharts.Arrow(
                        row.from().code(),
                        row.to().code(),
                        "%s %s".formatted(row.action().zh(), row.action().en())));
    }

    @Test
    void a_frozen_roll_never_becomes_a_draft_again() {
        assertThat(RollFlow.TABLE).extracting(RollFlow.Transition::to).doesNotContain(RollState.DRAFT);
    }

    @Test
    void pauses_between_sendings_grow_to_ten_minutes() {
        assertThat(Dispatcher.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Dispatcher.pause(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Dispatcher.pause(50)).isEqualTo(Duration.ofMinutes(10));
    }
}

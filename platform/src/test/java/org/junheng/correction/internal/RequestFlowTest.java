package org.junheng.correction.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import org.junheng.StateCharts;
import org.junit.jupiter.api.Test;

class RequestFlowTest {

    @Test
    void the_diagram_in_the_reference_shows_the_table() throws IOException {
        StateCharts.check(
                "correction",
                "States of a request for a correction (信息更正的状态)",
                RequestFlow.TABLE,
                row -> new StateCharts.Arrow(
                        row.from().code(),
                        row.to().code(),
                        "%s %s · %s"
                                .formatted(
                                        row.action().zh(),
                                        row.action().en(),
                                        row.role().zh())));
    }

    @Test
    void every_state_is_reached_and_only_settled_ones_lead_nowhere() {
        var reached = EnumSet.of(RequestState.OPEN);
        RequestFlow.TABLE.forEach(row -> reached.add(row.to()));
        var left = EnumSet.noneOf(RequestState.class);
        RequestFlow.TABLE.forEach(row -> left.add(row.from()));

        assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
        assertThat(left).allMatch(RequestState::isOpen);
        assertThat(EnumSet.complementOf(left)).noneMatch(RequestState::isOpen);
    }
}

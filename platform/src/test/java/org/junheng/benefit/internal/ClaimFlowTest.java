package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import org.junheng.StateCharts;
import org.junheng.access.Role;
import org.junit.jupiter.api.Test;

class ClaimFlowTest {

    @Test
    void the_diagram_in_the_reference_shows_the_table() throws IOException {
        StateCharts.check(
                "claim",
                "States of a claim (申请的状态)",
                ClaimFlow.TABLE,
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
        var reached = EnumSet.of(ClaimState.SUBMITTED);
        ClaimFlow.TABLE.forEach(row -> reached.add(row.to()));
        var open = EnumSet.noneOf(ClaimState.class);
        ClaimFlow.TABLE.stream().filter(row -> row.from() != row.to()).forEach(row -> open.add(row.from()));

        assertThat(reached).containsExactlyInAnyOrder(ClaimState.values());
        assertThat(EnumSet.complementOf(open))
                .containsExactlyInAnyOrder(ClaimState.GRANTED, ClaimState.REFUSED, ClaimState.WITHDRAWN);
    }

    @Test
    void no_single_role_takes_a_claim_from_filing_to_grant() {
        Arrays.stream(Role.values()).forEach(role -> assertThat(reachable(role)).doesNotContain(ClaimState.GRANTED));
    }

    private static EnumSet<ClaimState> reachable(Role role) {
        var reached = EnumSet.of(ClaimState.SUBMITTED);
        for (int round = 0; round < ClaimState.values().length; round++) {
            ClaimFlow.TABLE.stream()
                    .filter(row -> row.role() == role && reached.contains(row.from()))
                    .toList()
                    .forEach(row -> reached.add(row.to()));
        }
        return reached;
    }
}

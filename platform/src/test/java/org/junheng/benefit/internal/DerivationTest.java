package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junheng.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlatformTest
class DerivationTest {

    private static final String BORN = "2025-03-10";

    private final TestFamilies families;

    DerivationTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void a_death_learnt_late_takes_back_what_was_owed_after_it() {
        var child = granted("late-a");
        assertThat(amounts(child)).containsExactly("2025/1 0>360000", "2026/1 0>360000");

        families.died("late-a-child", "2025-06-20");
        families.follow();

        assertThat(amounts(child))
                .containsExactly("2025/1 0>360000", "2025/2 360000>180000", "2026/1 0>360000", "2026/2 360000>0");
    }

    @Test
    void a_move_out_of_the_county_learnt_late_takes_back_the_years_after_it() {
        var child = granted("late-b");

        families.registered("late-b-child", "330302001", "2026-01-15");
        families.follow();

        assertThat(owed(child)).isEqualTo("2025=360000 2026=0");
    }

    /**
     * Facts arrive in any order, before or after the grant, some twice: the sum of instructions is what is owed in the
     * end.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_order_in_which_facts_arrive_does_not_matter(long seed) {
        var name = "order-" + seed;
        var random = new Random(seed);
        families.parents(name, "330329100");
        var child = families.noticed(name + "-child", BORN, name);
        var steps = new ArrayList<Runnable>(List.of(
                () -> families.grant(child, "330329100"),
                () -> families.registered(name + "-child", "330329100", BORN),
                () -> families.registered(name + "-child", "330302001", "2026-02-01"),
                () -> families.registered(name + "-child", "330329101", "2026-05-01"),
                () -> families.died(name + "-child", "2026-04-15")));
        var grant = steps.getFirst();
        var moveOut = steps.get(2);
        Collections.shuffle(steps, random);
        // Nobody can be granted what is then known not to be owed here.
        if (steps.indexOf(moveOut) < steps.indexOf(grant)) {
            Collections.swap(steps, steps.indexOf(moveOut), steps.indexOf(grant));
        }
        steps.forEach(step -> {
            step.run();
            if (random.nextBoolean()) {
                families.follow();
            }
        });
        families.follow();
        var settled = amounts(child);
        families.follow();
        families.derive(child);

        assertThat(owed(child)).isEqualTo("2025=360000 2026=120000");
        assertThat(amounts(child)).isEqualTo(settled);
        assertThat(families.row(
                        "SELECT sum(amount_fen)::text FROM benefit.instruction WHERE unit_id = '%s'".formatted(child)))
                .isEqualTo("480000");
    }

    @Test
    void an_instruction_that_does_not_continue_the_one_before_is_refused_by_the_database() {
        var child = granted("chain");
        var copy = """
                INSERT INTO benefit.instruction (unit_id, scheme, period, revision, entitled_before, entitled_after, claim_id, area,
                                                 version, content_hash, ledger_horizon)
                SELECT unit_id, scheme, period, %d, %d, 5, claim_id, area, version, content_hash, ledger_horizon
                  FROM benefit.instruction WHERE unit_id = '%s' AND period = '2026'
                """;

        for (var wrong :
                List.of(copy.formatted(1, 0, child), copy.formatted(2, 1, child), copy.formatted(3, 360000, child))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> families.write(wrong))
                    .rootCause()
                    .hasMessageContaining("violates");
        }
    }

    private UUID granted(String name) {
        return families.granted(name, "330329100", BORN);
    }

    private List<String> amounts(UUID child) {
        return families.rows("""
                  SELECT period || '/' || revision || ' ' || entitled_before || '>' || entitled_after
                    FROM benefit.instruction WHERE unit_id = '%s'
                ORDER BY period, revision
                """.formatted(child));
    }

    private String owed(UUID child) {
        return String.join(" ", families.rows("""
                  SELECT period || '=' || sum(amount_fen)
                    FROM benefit.instruction WHERE unit_id = '%s'
                GROUP BY period ORDER BY period
                """.formatted(child)));
    }
}

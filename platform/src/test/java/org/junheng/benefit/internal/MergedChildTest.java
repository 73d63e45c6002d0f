package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Links;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A child that stands twice in the register is paid once: before the merge, after it, and after it is taken back. */
@PlatformTest
class MergedChildTest {

    private static final Actor OFFICER = new Actor(
            "test-reviewer",
            Role.COUNTY_REVIEWER,
            List.of(AreaCode.of("330329")),
            Purpose.SERVING_A_FAMILY,
            Optional.empty());

    private final TestFamilies families;

    @Autowired
    private Links links;

    MergedChildTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void claim_and_money_follow_the_child_and_nothing_is_paid_again() {
        var paid = families.granted("merged-a", "330329100", "2025-01-10");
        var again = families.noticed("merged-a-again", "2025-01-10", "merged-a");
        families.follow();
        var before = money(paid);
        assertThat(before).isNotEmpty();
        assertThat(offered(again)).isTrue();
        var merge = UUID.randomUUID();

        assertThat(as(() -> links.merge(merge, again, paid))).isEqualTo(new Links.Outcome.Done());
        families.follow();

        assertThat(money(again)).isEqualTo(before);
        assertThat(money(paid)).isEmpty();
        assertThat(offered(again)).isFalse();
        assertThat(offered(paid)).isFalse();

        assertThat(as(() -> links.undo(merge))).isEqualTo(new Links.Outcome.Done());
        families.follow();
        assertThat(money(paid)).isEqualTo(before);
        assertThat(money(again)).isEmpty();
        assertThat(offered(again)).isTrue();
    }

    @Test
    void two_children_who_both_have_a_claim_are_not_merged_before_one_is_ended() {
        var one = families.granted("merged-b", "330329100", "2025-02-10");
        var other = families.noticed("merged-b-again", "2025-02-10", "merged-b");
        families.registered("merged-b-again", "330329100", "2025-02-10");
        families.grant(other, "330329100");
        var digest = as(Actor.service("test", Purpose.UPKEEP), () -> links.digest(List.of(one, other)));

        assertThat(as(() -> links.merge(UUID.randomUUID(), one, other))).isEqualTo(new Links.Outcome.BothServed());

        assertThat(as(Actor.service("test", Purpose.UPKEEP), () -> links.digest(List.of(one, other))))
                .isEqualTo(digest);
    }

    private List<String> money(UUID child) {
        return families.rows("""
                SELECT i.period || ' ' || i.revision || ' ' || i.amount_fen || ' ' || c.state
                  FROM benefit.instruction i JOIN benefit.claim c ON c.id = i.claim_id AND c.unit_id = i.unit_id
                 WHERE i.unit_id = '%s' ORDER BY 1
                """.formatted(child));
    }

    /** Whether something is offered for the child that nobody claimed. */
    private boolean offered(UUID child) {
        return !families.rows("""
                        SELECT o.id::text
                          FROM benefit.offer o
                         WHERE o.unit_id = '%s' AND o.state = 'open'
                           AND NOT EXISTS (SELECT FROM benefit.claim c WHERE c.unit_id = o.unit_id AND c.scheme = o.scheme)
                        """.formatted(child)).isEmpty();
    }

    private static <T> T as(Supplier<T> work) {
        return as(OFFICER, work);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.call(actor, work::get);
    }
}

package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlatformTest
class OffersTest {

    private final TestFamilies families;

    @Autowired
    private JdbcOffers offers;

    @Autowired
    private OfferFollower follower;

    OffersTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void a_newborn_noticed_by_the_hospital_is_offered_and_only_the_hukou_is_asked() {
        var mother = families.parents("offer-a", "330329100").mother();
        var child = families.noticed("offer-a-child", "2026-10-05", "offer-a");

        follower.follow();

        assertThat(open(mother, child)).hasValueSatisfying(offer -> {
            assertThat(offer.undetermined()).isTrue();
            assertThat(offer.area().shortText()).isEqualTo("330329100");
        });
    }

    @Test
    void once_the_police_registered_the_child_the_offer_says_how_much() {
        var mother = families.parents("offer-b", "330329100").mother();
        var child = families.noticed("offer-b-child", "2026-10-05", "offer-b");
        follower.follow();

        families.registered("offer-b-child", "330329101", "2026-10-20");
        follower.follow();

        assertThat(open(mother, child)).hasValueSatisfying(offer -> {
            assertThat(offer.undetermined()).isFalse();
            assertThat(offer.amount()).isEqualTo(Money.ofYuan(3600));
            assertThat(offer.area().shortText()).isEqualTo("330329101");
        });
    }

    @Test
    void a_child_born_before_2022_is_not_offered_anything_and_a_stranger_sees_no_offer() {
        var parents = families.parents("offer-c", "330329100");
        var old = families.noticed("offer-c-old", "2021-12-31", "offer-c");
        var child = families.noticed("offer-c-child", "2026-10-05", "offer-c");
        var stranger = families.parents("offer-d", "330329100").mother();
        follower.follow();

        assertThat(open(parents.mother(), old)).isEmpty();
        assertThat(open(parents.father(), child)).isPresent();
        assertThat(open(stranger, child)).isEmpty();
    }

    @Test
    void following_twice_changes_nothing() {
        families.parents("offer-e", "330329100");
        var child = families.noticed("offer-e-child", "2026-10-05", "offer-e");
        follower.follow();
        var before = families.row("SELECT o::text FROM benefit.offer o WHERE unit_id = '%s'".formatted(child));

        follower.follow();
        families.derive(child);

        assertThat(families.row("SELECT o::text FROM benefit.offer o WHERE unit_id = '%s'".formatted(child)))
                .isEqualTo(before);
    }

    private Optional<JdbcOffers.Offer> open(UUID reader, UUID child) {
        var actor = new Actor("family", Role.FAMILY, List.of(), Purpose.OWN_AFFAIRS, Optional.of(reader));
        return Actors.call(actor, () -> offers.listOpen(List.of(child))).stream()
                .findFirst();
    }
}

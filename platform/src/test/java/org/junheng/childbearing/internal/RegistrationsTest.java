package org.junheng.childbearing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals;
import org.junheng.register.Families;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class RegistrationsTest {

    @Autowired
    private Registrations registrations;

    @Autowired
    private Arrivals arrivals;

    private UUID woman;
    private Actor mother;

    @BeforeEach
    void a_couple_with_one_child() {
        var key = UUID.randomUUID().toString().substring(0, 8);
        var families = new Families("census");
        var ids = Actors.call(
                        Actor.service("test-load", Purpose.UPKEEP),
                        () -> arrivals.take(families.read("""
                                na%1$s   施娜 F 1995-03-05 in 330329100
                                wei%1$s  施伟 M 1994-11-02 in 330302 married na%1$s 2019-05-20
                                bao%1$s  施宝 M 2021-02-28 in 330329100 of na%1$s wei%1$s
                                old%1$s  施大 M 2015-02-28 in 330329100 of na%1$s na%1$s
                                """.formatted(key)).stream()))
                .stream()
                .collect(Collectors.toMap(a -> a.key().key(), Arrivals.Arrival::person));
        woman = ids.get("na" + key);
        mother = new Actor("mother", Role.FAMILY, List.of(), Purpose.CHILDBEARING_REGISTRATION, Optional.of(woman));
    }

    @Test
    void the_form_opens_with_what_the_register_knows_and_where_it_comes_from() {
        var prefilled = Actors.call(mother, () -> registrations.prefill(woman));

        assertThat(prefilled.woman().value().name()).isEqualTo("施娜");
        assertThat(prefilled.woman().evidence().source()).isEqualTo("census");
        assertThat(prefilled.partner().orElseThrow().value().name()).isEqualTo("施伟");
        assertThat(prefilled.places())
                .extracting(place ->
                        place.whose() + " " + place.basis() + " " + place.area().shortText())
                .contains("woman hukou 330329100", "partner residence 330302");
    }

    @Test
    void only_living_children_of_the_two_together_count() {
        assertThat(Actors.call(mother, () -> registrations.prefill(woman)).birthOrder())
                .isEqualTo(2);
    }

    @Test
    void the_result_is_there_at_once_and_the_same_form_registers_once() {
        var declaration = declaration(LocalDate.now(AdministrativeTime.ZONE).plusDays(100), "330329100", "hukou");

        var first = register(declaration);
        var again = register(declaration);

        assertThat(first).isInstanceOf(Outcome.Registered.class);
        assertThat(number(first)).matches("SY330329\\d{4}\\d{6}");
        assertThat(number(again)).isEqualTo(number(first));
    }

    @Test
    void one_birth_is_registered_once() {
        var first = register(declaration(LocalDate.now(AdministrativeTime.ZONE).plusDays(100), "330329100", "hukou"));

        var second = register(declaration(LocalDate.now(AdministrativeTime.ZONE).plusDays(120), "330302", "residence"));

        assertThat(second).isInstanceOf(Outcome.RegisteredBefore.class);
        assertThat(number(second)).isEqualTo(number(first));
    }

    @Test
    void after_cancelling_it_can_be_registered_anew() {
        var first = (Outcome.Registered)
                register(declaration(LocalDate.now(AdministrativeTime.ZONE).plusDays(100), "330329100", "hukou"));
        Actors.run(mother, () -> registrations.cancel(first.registration().id()));

        var second = register(declaration(LocalDate.now(AdministrativeTime.ZONE).plusDays(100), "330329100", "hukou"));

        assertThat(number(second)).isNotEqualTo(number(first));
    }

    @Test
    void a_slip_of_the_pen_is_told() {
        assertThat(register(declaration(LocalDate.now(AdministrativeTime.ZONE).plusDays(400), "330329100", "hukou")))
                .isEqualTo(new Outcome.Wrong("dueOn", Outcome.Reason.DUE_TOO_FAR));
        assertThat(register(declaration(LocalDate.now(AdministrativeTime.ZONE).plusDays(100), "110101", "hukou")))
                .isEqualTo(new Outcome.Wrong("place", Outcome.Reason.PLACE_NOT_OURS));
    }

    private Declaration declaration(LocalDate dueOn, String area, String basis) {
        return new Declaration(UUID.randomUUID(), woman, dueOn, AreaCode.of(area), basis, Optional.empty(), "2026-11");
    }

    private Outcome register(Declaration declaration) {
        return Actors.call(mother, () -> registrations.register(declaration));
    }

    private static String number(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Registered(var registration) -> registration.number();
            case Outcome.RegisteredBefore(var registration) -> registration.number();
            case Outcome.Wrong wrong -> wrong.toString();
        };
    }
}

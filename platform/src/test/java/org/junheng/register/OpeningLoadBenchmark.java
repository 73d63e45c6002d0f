package org.junheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens an empty register with as many synthetic persons as {@code -Dpersons} says (default 100,000) and searches it.
 */
@Tag("bench")
@PlatformTest
class OpeningLoadBenchmark {

    private static final int PERSONS = Integer.getInteger("persons", 100_000);
    private static final String SURNAMES = "林陈王李吴张黄郑周叶蔡徐赖包夏胡董曾卢雷蓝钟";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉兰红梅建国志海春";

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Register register;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Test
    void an_empty_register_is_opened_and_searched() {
        var service = Actor.service("benchmark", Purpose.UPKEEP);
        var start = Instant.now();
        var opened = Actors.call(service, () -> arrivals.open(this::persons));
        var took = Duration.between(start, Instant.now());
        System.out.printf(
                "opened %,d persons, %,d events in %.1f s%n", opened.persons(), opened.events(), took.toMillis() / 1e3);
        assertThat(opened.persons()).isEqualTo(PERSONS);
        loading.executeWithoutResult(s -> {});
        for (var text : List.of("林伟", "林", "linwei", "lw", "林伟 1980", "1980-05-05", "王秀霞 1975")) {
            time(text);
        }
    }

    private void time(String text) {
        var clerk = new Actor(
                "clerk",
                Role.COUNTY_REVIEWER,
                List.of(AreaCode.of("330329")),
                Purpose.SERVING_A_FAMILY,
                Optional.empty());
        var times = new ArrayList<Long>();
        int hits = 0;
        for (int i = 0; i < 20; i++) {
            long from = System.nanoTime();
            hits = Actors.call(clerk, () -> register.search(new PersonSearch(text, Optional.empty(), 0, 20)))
                    .total();
            times.add(System.nanoTime() - from);
        }
        times.sort(null);
        System.out.printf(
                "search %-14s %4d hits  median %.1f ms  max %.1f ms%n",
                text, hits, times.get(10) / 1e6, times.getLast() / 1e6);
    }

    private void persons(Consumer<Stated.Record> taker) {
        var random = new Random(1);
        for (int i = 0; i < PERSONS; i++) {
            var born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_000));
            var name = "" + SURNAMES.charAt(random.nextInt(SURNAMES.length()))
                    + GIVEN.charAt(random.nextInt(GIVEN.length()))
                    + (random.nextInt(3) > 0 ? GIVEN.charAt(random.nextInt(GIVEN.length())) : "");
            var area = new AreaCode(330329100000L + 1000 * random.nextInt(12));
            var id = ResidentId.compose(330000 + random.nextInt(800), born, 1 + random.nextInt(998));
            var identity = new Stated.Identity(
                    name,
                    Optional.of(id),
                    Optional.of(born),
                    Optional.of("154" + (10000000 + i)),
                    Optional.empty(),
                    Optional.of("泰顺县某镇某村" + i + "号"));
            var events = new ArrayList<Stated.Event>();
            List<Stated.Participant> parents = i > 1000
                    ? List.of(
                            new Stated.Participant(ParticipantRole.MOTHER, key(random.nextInt(i))),
                            new Stated.Participant(ParticipantRole.FATHER, key(random.nextInt(i))))
                    : List.of();
            events.add(new Stated.Event(EventKind.BIRTH, born, Optional.empty(), Optional.of("1"), parents));
            events.add(Stated.Event.of(EventKind.REGISTERED_RESIDENCE, born, area));
            events.add(Stated.Event.of(EventKind.USUAL_RESIDENCE, born, area));
            events.add(Stated.Event.of(EventKind.SERVICE_AREA, born, area));
            events.add(new Stated.Event(EventKind.HUKOU_CATEGORY, born, Optional.empty(), Optional.of("2"), List.of()));
            if (i % 3 == 0 && i > 0) {
                events.add(new Stated.Event(
                        EventKind.MARRIAGE,
                        born.plusYears(25),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Stated.Participant(ParticipantRole.SPOUSE, key(i - 1)))));
            }
            taker.accept(new Stated.Record(key(i), Optional.of(identity), events));
        }
    }

    private static Stated.Key key(int i) {
        return new Stated.Key("census", "b/" + i);
    }
}

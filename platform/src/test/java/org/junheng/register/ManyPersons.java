package org.junheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;

/** As many synthetic persons of one county as wanted, with parents and marriages; the same number gives the same. */
public final class ManyPersons implements Arrivals.Delivery {

    private static final String SURNAMES = "林陈王李吴张黄郑周叶蔡徐赖包夏胡董曾卢雷蓝钟";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉兰红梅建国志海春";
    private static final int SEED = 1;

    private final int number;

    public ManyPersons(int number) {
        this.number = number;
    }

    @Override
    public void each(Consumer<Stated.Record> taker) {
        var random = new Random(SEED);
        for (int i = 0; i < number; i++) {
            var born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_000));
            taker.accept(new Stated.Record(key(i), Optional.of(identity(i, born, random)), events(i, born, random)));
        }
    }

    private static Stated.Identity identity(int i, LocalDate born, Random random) {
        var name = "" + one(SURNAMES, random) + one(GIVEN, random) + (random.nextInt(3) > 0 ? one(GIVEN, random) : "");
        return new Stated.Identity(
                name,
                Optional.of(ResidentId.compose(330000 + random.nextInt(800), born, 1 + random.nextInt(998))),
                Optional.of(born),
                Optional.of("154" + (10000000 + i)),
                Optional.empty(),
                Optional.of("泰顺县某镇某村" + i + "号"));
    }

    private static char one(String characters, Random random) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    private static List<Stated.Event> events(int i, LocalDate born, Random random) {
        var area = new AreaCode(330329100000L + 1000 * random.nextInt(12));
        var events = new ArrayList<Stated.Event>();
        events.add(new Stated.Event(EventKind.BIRTH, born, Optional.empty(), Optional.of("1"), parents(i, random)));
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
        return events;
    }

    private static List<Stated.Participant> parents(int i, Random random) {
        return i <= 1000
                ? List.of()
                : List.of(
                        new Stated.Participant(ParticipantRole.MOTHER, key(random.nextInt(i))),
                        new Stated.Participant(ParticipantRole.FATHER, key(random.nextInt(i))));
    }

    /** The key of the n-th, counted from zero. */
    public static Stated.Key key(int i) {
        return new Stated.Key("census", "b/" + i);
    }
}

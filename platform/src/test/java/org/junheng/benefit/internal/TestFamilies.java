package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals;
import org.junheng.register.EventKind;
import org.junheng.register.Families;
import org.junheng.register.ParticipantRole;
import org.junheng.register.Stated;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Families that live through births, registrations, moves and deaths, record by record as the sources state them. */
class TestFamilies {

    static final Actor LOAD = Actor.service("test-load", Purpose.UPKEEP);

    private final Arrivals arrivals;
    private final Derivation derivation;
    private final JdbcClient loader;
    private final TransactionTemplate work;
    private final Families families = new Families("census");
    private final Map<String, Stated.Identity> children = new HashMap<>();
    private static final AtomicInteger SERIAL = new AtomicInteger();

    TestFamilies(ApplicationContext context) {
        this.arrivals = context.getBean(Arrivals.class);
        this.derivation = context.getBean(Derivation.class);
        this.loader = context.getBean("loaderClient", JdbcClient.class);
        this.work = context.getBean("loaderWork", TransactionTemplate.class);
    }

    record Parents(UUID mother, UUID father) {}

    /** A married couple, keys NAME-m and NAME-f. */
    Parents parents(String name, String area) {
        var records = families.read("""
                %1$s-m 林晓%2$d F 1995-03-05 in %3$s
                %1$s-f 王远%2$d M 1993-11-02 in %3$s married %1$s-m 2020-05-20
                """.formatted(name, SERIAL.incrementAndGet(), area));
        var ids = take(records);
        return new Parents(ids.get(name + "-m"), ids.get(name + "-f"));
    }

    /** The hospital's notice of a birth to the couple. */
    UUID noticed(String key, String born, String parents) {
        return take(List.of(notice(key, born, parents))).get(key);
    }

    Stated.Record notice(String key, String born, String parents) {
        var birth = new Stated.Event(
                EventKind.BIRTH,
                LocalDate.parse(born),
                Optional.empty(),
                Optional.of("1"),
                List.of(
                        new Stated.Participant(ParticipantRole.MOTHER, families.key(parents + "-m")),
                        new Stated.Participant(ParticipantRole.FATHER, families.key(parents + "-f"))));
        var identity = new Stated.Identity(
                "王小" + SERIAL.incrementAndGet(),
                Optional.of(org.junheng.kernel.ResidentId.compose(
                        330329, LocalDate.parse(born), 501 + 2 * (SERIAL.get() % 200))),
                Optional.of(LocalDate.parse(born)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        children.put(key, identity);
        return new Stated.Record(new Stated.Key("hospital", key), Optional.of(identity), List.of(birth));
    }

    /** The police register, or move, a child. */
    void registered(String key, String area, String on) {
        take(List.of(police(key, EventKind.REGISTERED_RESIDENCE, area, on)));
    }

    void died(String key, String on) {
        take(List.of(police(key, EventKind.DEATH, null, on)));
    }

    Stated.Record police(String key, EventKind kind, @org.jspecify.annotations.Nullable String area, String on) {
        var event = new Stated.Event(
                kind, LocalDate.parse(on), Optional.ofNullable(area).map(AreaCode::of), Optional.empty(), List.of());
        return new Stated.Record(
                new Stated.Key("public-security", key + "/" + kind.code() + "/" + on),
                Optional.of(children.get(key)),
                List.of(event));
    }

    Map<String, UUID> take(List<Stated.Record> records) {
        var ids = new HashMap<String, UUID>();
        Actors.call(LOAD, () -> arrivals.take(records.stream()))
                .forEach(arrival -> ids.put(arrival.key().key(), arrival.person()));
        return ids;
    }

    void derive(UUID child) {
        derivation.derive(List.of(child));
    }

    String row(String sql) {
        return String.join("\n", rows(sql));
    }

    List<String> rows(String sql) {
        return new ArrayList<>(Actors.call(
                LOAD,
                () -> work.execute(status ->
                        loader.sql(sql).query((row, number) -> row.getString(1)).list())));
    }

    void write(String sql) {
        Actors.run(
                LOAD, () -> work.executeWithoutResult(status -> loader.sql(sql).update()));
    }
}

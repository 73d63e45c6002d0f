package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junheng.Horizon;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
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
public class TestFamilies {

    static final Actor LOAD = Actor.service("test-load", Purpose.UPKEEP);

    private final Arrivals arrivals;
    private final Derivation derivation;
    private final JdbcClient loader;
    private final TransactionTemplate work;
    private final ClaimDesk desk;
    private final ReviewDesk review;
    private final OfferFollower follower;
    private final Families families = new Families("census");
    private final Map<String, Stated.Identity> children = new HashMap<>();
    private static final AtomicInteger SERIAL = new AtomicInteger();

    public TestFamilies(ApplicationContext context) {
        this.arrivals = context.getBean(Arrivals.class);
        this.derivation = context.getBean(Derivation.class);
        this.loader = context.getBean("loaderClient", JdbcClient.class);
        this.work = context.getBean("loaderWork", TransactionTemplate.class);
        this.desk = context.getBean(ClaimDesk.class);
        this.review = context.getBean(ReviewDesk.class);
        this.follower = context.getBean(OfferFollower.class);
    }

    public record Parents(UUID mother, UUID father) {}

    /** A married couple, keys NAME-m and NAME-f. */
    public Parents parents(String name, String area) {
        var records = families.read("""
                %1$s-m 林晓%2$d F 1995-03-05 in %3$s
                %1$s-f 王远%2$d M 1993-11-02 in %3$s married %1$s-m 2020-05-20
                """.formatted(name, SERIAL.incrementAndGet(), area));
        var ids = take(records);
        return new Parents(ids.get(name + "-m"), ids.get(name + "-f"));
    }

    /** The hospital's notice of a birth to the couple. */
    public UUID noticed(String key, String born, String parents) {
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
    public void registered(String key, String area, String on) {
        take(List.of(police(key, EventKind.REGISTERED_RESIDENCE, area, on)));
    }

    public void died(String key, String on) {
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
        settle();
        return ids;
    }

    public void derive(UUID child) {
        derivation.derive(List.of(child));
    }

    public String row(String sql) {
        return String.join("\n", rows(sql));
    }

    public List<String> rows(String sql) {
        return new ArrayList<>(Actors.call(
                LOAD,
                () -> work.execute(status ->
                        loader.sql(sql).query((row, number) -> row.getString(1)).list())));
    }

    public void write(String sql) {
        Actors.run(
                LOAD, () -> work.executeWithoutResult(status -> loader.sql(sql).update()));
    }

    /** Lets what was learnt have its effect, and the effect be seen by those who follow it. */
    public void follow() {
        settle();
        follower.follow();
        settle();
    }

    private void settle() {
        Horizon.pass(loader, work);
    }

    /** A child noticed, registered, claimed and granted; its key is NAME-child. */
    public UUID granted(String name, String area, String born) {
        parents(name, area);
        var child = noticed(name + "-child", born, name);
        registered(name + "-child", area, born);
        grant(child, area);
        return child;
    }

    /** Files for the mother and takes the claim through township and county. */
    public UUID grant(UUID child, String area) {
        var account = new ClaimDesk.TypedAccount("林晓", "6222021200001234567");
        var filing = new ClaimDesk.Filing(child, Map.of(ChildFacts.HUKOU, area), account, true);
        var claim = ((StepOutcome.Done) Actors.call(mother(child), () -> desk.file(filing))).claim();
        act(officer("township", Role.TOWNSHIP_OFFICER), claim, ClaimAction.RECOMMEND);
        act(officer("county", Role.COUNTY_REVIEWER), claim, ClaimAction.CONFIRM_GRANT);
        settle();
        return claim;
    }

    /** The mother gives another account. */
    public void correctAccount(UUID child, String number) {
        var claim = UUID.fromString(row("SELECT id::text FROM benefit.claim WHERE unit_id = '%s'".formatted(child)));
        var outcome =
                Actors.call(mother(child), () -> desk.changeAccount(claim, new ClaimDesk.TypedAccount("林晓", number)));
        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
    }

    /** The mother, signed in. */
    public Actor mother(UUID child) {
        var mother = UUID.fromString(row("""
                SELECT parent_id::text FROM register.parentage
                 WHERE child_id = '%s' AND role = 'mother' AND known_to = 'infinity'
                """.formatted(child)));
        return new Actor("family", Role.FAMILY, List.of(), Purpose.OWN_AFFAIRS, Optional.of(mother));
    }

    private void act(Actor actor, UUID claim, ClaimAction action) {
        var verdict = new ReviewDesk.Verdict(claim, JdbcClaims.Deed.of(action));
        assertThat(Actors.call(actor, () -> review.act(verdict))).isInstanceOf(StepOutcome.Done.class);
    }

    private static Actor officer(String subject, Role role) {
        return new Actor(subject, role, List.of(AreaCode.of("330329")), Purpose.BENEFIT_DECISION, Optional.empty());
    }
}

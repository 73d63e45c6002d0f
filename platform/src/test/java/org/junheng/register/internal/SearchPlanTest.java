package org.junheng.register.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junheng.OwnPlatform;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals;
import org.junheng.register.AsOf;
import org.junheng.register.ManyPersons;
import org.junheng.register.PersonSearch;
import org.junheng.register.Register;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the database answers a search of the application's role under row-level security: by an index, never by reading
 * the register through.
 */
class SearchPlanTest {

    private static final int PERSONS = 30_000;

    private static final String READ_THROUGH = """
            SELECT relname || ' read through ' || seq_scan || ' times'
              FROM pg_stat_xact_user_tables
             WHERE schemaname = 'register' AND seq_scan > 0
               AND relname IN ('person', 'identity', 'source_record', 'person_link', 'life_event', 'participant',
                               'vital', 'standing', 'couple', 'parentage')
            """;

    private static ConfigurableApplicationContext platform;

    @BeforeAll
    static void start(@TempDir Path folder) {
        platform = OwnPlatform.start(folder);
        Actors.call(
                Actor.service("test-plans", Purpose.UPKEEP),
                () -> platform.getBean(Arrivals.class).open(new ManyPersons(PERSONS), (stage, done, all) -> {}));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
            林伟,                ,          identity_by_name
            林,                  ,          identity_by_name
            林,                  330329101, identity_by_name
            林伟 1980,           ,          identity_by_name
            linwei,              ,          identity_by_pinyin
            lin,                 330329101, identity_by_pinyin
            lw,                  ,          identity_by_initials
            lw 1980,             ,          identity_by_initials
            15410000123,         ,          identity_by_phone
            11010119900307803X,  ,          identity_by_id_no
            1980-05-05,          ,          person_by_birth
            1980-05-05,          330329101, person_by_birth
            """)
    void a_search_is_answered_by_its_index(String text, String area, String index) {
        var search = new PersonSearch(text, Optional.ofNullable(area).map(AreaCode::of), 0, 20);
        var sql = PersonSearchSql.of(search, platform.getBean(Vault.class)).getFirst();

        var plan = asOfficer(() -> String.join(
                "\n",
                app().sql("EXPLAIN " + sql.statement())
                        .params(sql.parameters())
                        .query(String.class)
                        .list()));

        assertThat(plan).contains(index).doesNotContain("Seq Scan on person", "Seq Scan on identity");
        assertThat(readThrough(() -> register().search(search))).isEmpty();
    }

    @Test
    void opening_a_person_reads_nothing_through() {
        var person = Actors.call(
                Actor.service("test-plans", Purpose.UPKEEP),
                () -> platform.getBean(Arrivals.class)
                        .findPerson(ManyPersons.key(20_001))
                        .orElseThrow());

        assertThat(readThrough(() -> register().open(person, AsOf.now(Clock.systemUTC()))))
                .isEmpty();
    }

    /** The tables that the work read through, told by the database's own count of this transaction. */
    private static List<String> readThrough(Supplier<Object> work) {
        return asOfficer(() -> {
            work.get();
            return app().sql(READ_THROUGH).query(String.class).list();
        });
    }

    private static <T> T asOfficer(Supplier<T> work) {
        var officer = new Actor(
                "officer",
                Role.COUNTY_REVIEWER,
                List.of(AreaCode.of("330329")),
                Purpose.SERVING_A_FAMILY,
                Optional.empty());
        return Actors.call(
                officer,
                () -> platform.getBean("appWork", TransactionTemplate.class).execute(status -> work.get()));
    }

    private static Register register() {
        return platform.getBean(Register.class);
    }

    private static JdbcClient app() {
        return platform.getBean("appClient", JdbcClient.class);
    }
}

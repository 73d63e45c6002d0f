package org.junheng.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junheng.OwnPlatform;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The opening load, on a platform whose register is empty: it is loaded once, so the order of the tests matters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpeningTest {

    /** All that a migration made of the register's tables: indexes, constraints, comments, policies, rights. */
    private static final String STRUCTURE = """
            SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'register'
             UNION ALL
            SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
              FROM pg_constraint WHERE connamespace = 'register'::regnamespace AND conrelid <> 0
             UNION ALL
            SELECT 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || coalesce(qual, '') || coalesce(with_check, '')
              FROM pg_policies WHERE schemaname = 'register'
             UNION ALL
            SELECT 'table ' || relname || ' ' || relrowsecurity || ' ' || relpersistence::text || ' ' || coalesce(relacl::text, '')
              FROM pg_class WHERE relnamespace = 'register'::regnamespace AND relkind = 'r'
             UNION ALL
            SELECT 'trigger ' || tgrelid::regclass || ' ' || tgfoid::regproc || ' ' || tgenabled::text
              FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = 'register'::regnamespace
             UNION ALL
            SELECT 'comment ' || classoid::regclass || ' ' || objoid::regclass || ' ' || objsubid || ' ' || description
              FROM pg_description JOIN pg_class c ON c.oid = objoid
             WHERE classoid = 'pg_class'::regclass AND relnamespace = 'register'::regnamespace
             ORDER BY 1
            """;

    private static final String FAMILY = """
            open-na  林娜 F 1990-03-05 in 330329100
            open-wei 王伟 M 1989-11-02 in 330329101 married open-na 2015-05-20
            open-bao 王小宝 M 2020-02-29 in 330329100 of open-na open-wei
            """;

    private static final Arrivals.Watcher NOBODY = (stage, done, all) -> {};

    private static ConfigurableApplicationContext platform;

    private final Families families = new Families("census");
    private final Arrivals arrivals = platform.getBean(Arrivals.class);

    @BeforeAll
    static void start(@TempDir Path folder) {
        platform = OwnPlatform.start(folder);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void a_load_that_breaks_off_leaves_the_register_as_it_was() throws SQLException {
        var before = structure();

        assertThatThrownBy(() -> open(taker -> {
                    families.read(FAMILY).forEach(taker);
                    throw new IllegalStateException("the source broke off");
                }))
                .hasRootCauseMessage("the source broke off");

        assertThat(structure()).isEqualTo(before);
        assertThat(count("register.person")).isZero();
    }

    @Test
    @Order(2)
    void a_participant_whom_the_delivery_does_not_hold_is_refused() throws SQLException {
        var withoutMother = families.read(FAMILY).subList(1, 3);

        assertThatThrownBy(() -> open(withoutMother::forEach)).hasMessageContaining("2 participants name a record");

        assertThat(count("register.life_event")).isZero();
    }

    @Test
    @Order(3)
    void a_load_folds_the_states_and_leaves_keys_indexes_policies_and_rights_as_the_migrations_made_them()
            throws SQLException {
        var before = structure();

        var opened = open(families.read(FAMILY)::forEach);

        assertThat(opened.persons()).isEqualTo(3);
        assertThat(opened.events()).isEqualTo(count("register.life_event"));
        assertThat(structure()).isEqualTo(before);
        assertThat(count("register.fold_differences()")).isZero();
    }

    @Test
    @Order(4)
    void a_family_opened_is_the_family_that_arrives_later_with_other_ids() {
        var opened = file("open-na");
        var later = new Families("public-security");
        Actors.call(service(), () -> arrivals.take(later.read(FAMILY.replace("open-", "later-")).stream()));
        var arrived = Actors.call(
                officer(),
                () -> platform.getBean(Register.class)
                        .open(person(later.key("later-na")), AsOf.now(platform.getBean(Clock.class))));

        assertThat(opened.summary().name()).isEqualTo(arrived.summary().name());
        assertThat(opened.family()).hasSize(2).hasSameSizeAs(arrived.family());
        assertThat(opened.state().standings().stream().map(PersonState.Standing::area))
                .containsExactlyInAnyOrderElementsOf(arrived.state().standings().stream()
                        .map(PersonState.Standing::area)
                        .toList());
        assertThat(opened.maskedPhone()).isPresent();
    }

    @Test
    @Order(5)
    void an_officer_of_the_area_finds_who_was_loaded_and_nobody_else_does() {
        assertThat(found(
                        officer(),
                        families.read(FAMILY)
                                .getFirst()
                                .identity()
                                .orElseThrow()
                                .name()))
                .isPositive();
        assertThat(found(officer("330328"), "林娜")).isZero();
    }

    @Test
    @Order(6)
    void a_register_that_has_persons_is_not_opened_again() {
        assertThatThrownBy(() -> open(families.read(FAMILY)::forEach)).hasMessageContaining("only an empty one");
    }

    private Arrivals.Opened open(Arrivals.Delivery delivery) {
        return Actors.call(service(), () -> arrivals.open(delivery, NOBODY));
    }

    private PersonFile file(String key) {
        return Actors.call(
                officer(),
                () -> platform.getBean(Register.class)
                        .open(person(families.key(key)), AsOf.now(platform.getBean(Clock.class))));
    }

    private java.util.UUID person(Stated.Key key) {
        return Actors.call(service(), () -> arrivals.findPerson(key).orElseThrow());
    }

    private static int found(Actor actor, String text) {
        return Actors.call(
                        actor,
                        () -> platform.getBean(Register.class).search(new PersonSearch(text, Optional.empty(), 0, 20)))
                .total();
    }

    private static Actor service() {
        return Actor.service("test-opening", Purpose.UPKEEP);
    }

    private static Actor officer() {
        return officer("330329");
    }

    private static Actor officer(String area) {
        return new Actor(
                "officer",
                Role.COUNTY_REVIEWER,
                List.of(AreaCode.of(area)),
                Purpose.SERVING_A_FAMILY,
                Optional.empty());
    }

    private static List<String> structure() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(STRUCTURE)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            assertThat(lines).hasSizeGreaterThan(60);
            return lines;
        }
    }

    private static long count(String table) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection owner() throws SQLException {
        return platform.getBean("ownerDataSource", DataSource.class).getConnection();
    }
}

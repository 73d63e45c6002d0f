package org.junheng.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class LinksTest {

    private static final Actor SERVICE = Actor.service("test-links", Purpose.UPKEEP);
    private static final Actor OFFICER = new Actor(
            "test-reviewer",
            Role.COUNTY_REVIEWER,
            List.of(AreaCode.of("330329")),
            Purpose.SERVING_A_FAMILY,
            Optional.empty());

    @Autowired
    private Register register;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Links links;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private final Families families = new Families("census");

    @Test
    void a_merged_person_has_all_records_and_every_relative_of_both() {
        var ids = take("""
                merge-mother 吴秀 F 1990-03-05 in 330329103
                merge-again  吴秀 F 1990-03-05 in 330329103
                merge-father 雷明 M 1989-11-02 in 330329103 married merge-mother 2015-05-20
                merge-first  雷一 M 2016-02-29 in 330329103 of merge-mother merge-father
                merge-second 雷二 F 2019-02-28 in 330329103 of merge-again merge-father
                """);

        assertThat(merge(ids.get("merge-mother"), ids.get("merge-again"))).isEqualTo(new Links.Outcome.Done());

        var state = state(ids.get("merge-mother"));
        assertThat(state.children()).hasSize(2);
        assertThat(state(ids.get("merge-second")).parents())
                .extracting(PersonState.Parent::id)
                .contains(ids.get("merge-mother"))
                .doesNotContain(ids.get("merge-again"));
        assertThat(as(OFFICER, () -> links.survivor(ids.get("merge-again")))).isEqualTo(ids.get("merge-mother"));
        assertThatThrownBy(() -> as(OFFICER, () -> register.open(ids.get("merge-again"), AsOf.now(Clock.systemUTC()))))
                .isInstanceOf(PersonNotFound.class);
        assertThat(as(OFFICER, () -> register.search(new PersonSearch("吴秀", Optional.empty(), 0, 20)))
                        .total())
                .isEqualTo(1);
        assertThat(differences(ids)).isZero();
    }

    @Test
    void a_merge_that_is_taken_back_leaves_the_same_state_to_the_last_bit() {
        var ids = take("""
                undo-mother 季芳 F 1990-03-05 in 330329104
                undo-again  季芳 F 1990-03-06 in 330329105
                undo-father 包强 M 1989-11-02 in 330329104 married undo-mother 2015-05-20
                undo-child  包宁 M 2016-02-29 in 330329104 of undo-again undo-father
                """);
        var before = digest(ids);
        var merge = UUID.randomUUID();
        as(OFFICER, () -> links.merge(merge, ids.get("undo-mother"), ids.get("undo-again")));
        assertThat(digest(ids)).isNotEqualTo(before);

        assertThat(as(OFFICER, () -> links.undo(merge))).isEqualTo(new Links.Outcome.Done());

        assertThat(digest(ids)).isEqualTo(before);
        assertThat(differences(ids)).isZero();
        assertThat(as(OFFICER, () -> links.listDecisions(ids.get("undo-mother"))))
                .singleElement()
                .satisfies(decided -> {
                    assertThat(decided.by()).isEqualTo("test-reviewer");
                    assertThat(decided.undoneBy()).contains("test-reviewer");
                });
    }

    @Test
    void what_was_known_before_a_merge_is_still_answered() throws InterruptedException {
        var ids = take("""
                known-one 夏兰 F 1990-03-05 in 330329106
                known-two 夏兰 F 1990-03-05 in 330329106
                known-kid 林果 M 2016-02-29 in 330329106 of known-two known-one
                """);
        var before = AsOf.now(Clock.systemUTC());
        Thread.sleep(2);
        merge(ids.get("known-one"), ids.get("known-two"));

        assertThat(as(OFFICER, () -> register.getState(ids.get("known-kid"), before))
                        .parents())
                .extracting(PersonState.Parent::id)
                .contains(ids.get("known-two"));
    }

    @Test
    void the_same_decision_twice_is_one_and_who_is_gone_cannot_be_merged_again() {
        var ids = take("""
                twice-one   董一 F 1990-03-05 in 330329107
                twice-two   董一 F 1990-03-05 in 330329107
                twice-three 董一 F 1990-03-05 in 330329107
                """);
        var merge = UUID.randomUUID();

        assertThat(as(OFFICER, () -> links.merge(merge, ids.get("twice-one"), ids.get("twice-two"))))
                .isEqualTo(new Links.Outcome.Done());
        var after = digest(ids);
        assertThat(as(OFFICER, () -> links.merge(merge, ids.get("twice-one"), ids.get("twice-two"))))
                .isEqualTo(new Links.Outcome.Done());
        assertThat(digest(ids)).isEqualTo(after);
        assertThat(merge(ids.get("twice-three"), ids.get("twice-two"))).isEqualTo(new Links.Outcome.Gone());
        assertThat(merge(ids.get("twice-one"), ids.get("twice-one"))).isEqualTo(new Links.Outcome.Gone());
        assertThat(merge(ids.get("twice-one"), UUID.randomUUID())).isEqualTo(new Links.Outcome.Gone());
    }

    @Test
    void what_was_merged_on_must_be_taken_back_first() {
        var ids = take("""
                on-one   赖一 F 1990-03-05 in 330329109
                on-two   赖一 F 1990-03-05 in 330329109
                on-three 赖一 F 1990-03-05 in 330329109
                """);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        as(OFFICER, () -> links.merge(first, ids.get("on-two"), ids.get("on-three")));
        as(OFFICER, () -> links.merge(second, ids.get("on-one"), ids.get("on-two")));
        assertThat(as(OFFICER, () -> links.survivor(ids.get("on-three")))).isEqualTo(ids.get("on-one"));

        assertThat(as(OFFICER, () -> links.undo(first))).isEqualTo(new Links.Outcome.MovedOn());
        assertThat(as(OFFICER, () -> links.undo(second))).isEqualTo(new Links.Outcome.Done());
        assertThat(as(OFFICER, () -> links.undo(first))).isEqualTo(new Links.Outcome.Done());
    }

    @Test
    void records_of_somebody_else_become_a_person_of_their_own_and_go_back() {
        var ids = take("""
                split-one 毛静 F 1990-03-05 in 330329111
                split-two 毛静 F 1991-03-05 in 330329112
                """);
        merge(ids.get("split-one"), ids.get("split-two"));
        var before = digest(ids);
        var records = as(OFFICER, () -> links.listRecords(ids.get("split-one")));
        assertThat(records).hasSize(2);
        var split = UUID.randomUUID();

        as(
                OFFICER,
                () -> links.split(
                        split, ids.get("split-one"), Set.of(records.getFirst().id())));

        assertThat(as(OFFICER, () -> links.listRecords(ids.get("split-one")))).hasSize(1);
        var other = as(OFFICER, () -> links.listDecisions(ids.get("split-one")))
                .getFirst()
                .kept();
        assertThat(as(OFFICER, () -> links.listRecords(other))).hasSize(1);
        assertThat(as(OFFICER, () -> links.undo(split))).isEqualTo(new Links.Outcome.Done());
        assertThat(digest(ids)).isEqualTo(before);
    }

    @Test
    void somebody_cannot_be_left_without_any_record() {
        var ids = take("all-one 卢静 F 1990-03-05 in 330329113");
        var records = as(OFFICER, () -> links.listRecords(ids.get("all-one")));

        assertThat(as(
                        OFFICER,
                        () -> links.split(
                                UUID.randomUUID(),
                                ids.get("all-one"),
                                Set.of(records.getFirst().id()))))
                .isEqualTo(new Links.Outcome.Gone());
        assertThat(as(OFFICER, () -> links.split(UUID.randomUUID(), ids.get("all-one"), Set.of(UUID.randomUUID()))))
                .isEqualTo(new Links.Outcome.Gone());
        assertThat(as(OFFICER, () -> links.listDecisions(ids.get("all-one")))).isEmpty();
    }

    /** Merges in any order, taken back in the opposite order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_merges_taken_back_one_by_one_leave_what_was_there(long seed) {
        var ids = take("""
                r%1$d-a 翁甲 F 1960-03-05 in 330329114
                r%1$d-b 翁甲 F 1960-03-05 in 330329114
                r%1$d-c 翁丙 M 1958-11-02 in 330329114 married r%1$d-a 1985-05-20
                r%1$d-d 翁丙 M 1958-11-02 in 330329114 married r%1$d-b 1985-05-20
                r%1$d-e 翁戊 M 1986-02-28 in 330329114 of r%1$d-a r%1$d-c
                r%1$d-f 翁戊 M 1986-02-28 in 330329114 of r%1$d-b r%1$d-d
                """.formatted(seed));
        var persons = new ArrayList<>(ids.values());
        var random = new Random(seed);
        var digests = new ArrayDeque<String>();
        var done = new ArrayDeque<UUID>();
        for (int i = 0; i < 6; i++) {
            var before = digest(ids);
            var decision = UUID.randomUUID();
            var kept = persons.get(random.nextInt(persons.size()));
            var left = persons.get(random.nextInt(persons.size()));
            if (as(OFFICER, () -> links.merge(decision, kept, left)) instanceof Links.Outcome.Done) {
                digests.push(before);
                done.push(decision);
            }
            assertThat(differences(ids)).isZero();
        }
        assertThat(done).isNotEmpty();
        while (!done.isEmpty()) {
            var decision = done.pop();
            assertThat(as(OFFICER, () -> links.undo(decision))).isEqualTo(new Links.Outcome.Done());
            assertThat(digest(ids)).isEqualTo(digests.pop());
            assertThat(differences(ids)).isZero();
        }
    }

    @Test
    void every_place_that_names_a_person_says_so() {
        var silent = as(
                SERVICE,
                () -> loading.execute(
                        status -> loader.sql("""
                        SELECT n.nspname || '.' || c.relname || '.' || a.attname
                          FROM pg_class c
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         WHERE c.relkind = 'r' AND n.nspname NOT IN ('register', 'pg_catalog', 'information_schema')
                           AND a.attname IN ('person_id', 'child_id', 'woman_id', 'partner_id', 'mother_id', 'father_id',
                                             'spouse_id', 'unit_id', 'applicant_id')
                           AND NOT EXISTS (SELECT FROM register.person_reference r
                                            WHERE r.table_name = n.nspname || '.' || c.relname AND r.column_name = a.attname)
                        """).query(String.class).list()));

        assertThat(silent).isEmpty();
    }

    private Map<String, UUID> take(String text) {
        var arrived = as(SERVICE, () -> arrivals.take(families.read(text).stream()));
        var ids = new HashMap<String, UUID>();
        arrived.forEach(arrival -> ids.put(arrival.key().key(), arrival.person()));
        return ids;
    }

    private Links.Outcome merge(UUID kept, UUID left) {
        return as(OFFICER, () -> links.merge(UUID.randomUUID(), kept, left));
    }

    private PersonState state(UUID person) {
        return as(OFFICER, () -> register.getState(person, AsOf.now(Clock.systemUTC())));
    }

    private String digest(Map<String, UUID> ids) {
        return as(SERVICE, () -> links.digest(ids.values()));
    }

    /** Rows in which the states of these persons differ from the fold of the ledger. */
    private int differences(Map<String, UUID> ids) {
        return as(
                SERVICE,
                () -> loading.execute(status -> loader.sql(
                                "SELECT count(*) FROM register.fold_differences() WHERE person_id = ANY (:ids)")
                        .param("ids", ids.values().toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()));
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.call(actor, work::get);
    }
}

package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.HostilePeople.Person;
import org.junheng.policy.internal.language.Oracle;
import org.junheng.policy.internal.language.Scope;
import org.junheng.policy.internal.sql.FactValues;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random well-typed expressions put to hostile people: JVM, SQL and the dev.cel runtime must agree on every bit. */
class BackEndsAgreeTest {

    private static final int SCHEMES = 35;
    private static final int CONDITIONS = 60;
    private static final int PEOPLE = 500;
    private static final LocalDate ON = LocalDate.of(2024, 2, 29);
    private static final Period MONTH = Period.containing(ON, Period.Length.MONTH);

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void jvm_sql_and_oracle_agree_on_a_million_comparisons() throws IOException {
        long compared = 0;
        long judgedByOracle = 0;
        try (DuckDb engine = new DuckDb()) {
            for (int seed = 0; seed < SCHEMES; seed++) {
                List<String> conditions = conditions(seed);
                List<String> amounts = List.of(new RandomExpressions(seed + 10_000L).money(3));
                SchemeBook book = load(conditions, amounts.getFirst());
                List<Person> people = people(book.vocabulary(), seed);
                List<List<@Nullable Long>> here = onJvm(book.get("random"), people);
                assertThat(onSql(book.get("random"), people, engine))
                        .as("seed %d, SQL against JVM", seed)
                        .isEqualTo(here);
                compared += (long) CONDITIONS * PEOPLE;
                judgedByOracle += compareWithOracle(book, conditions, people, here, seed);
            }
        }
        System.out.printf("%,d comparisons JVM = SQL, %,d of them = dev.cel%n", compared, judgedByOracle);
        assertThat(compared).isGreaterThan(1_000_000);
        assertThat(judgedByOracle).isGreaterThan(500_000);
    }

    private static List<String> conditions(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            conditions.add(random.bool(1 + i % 4));
        }
        return conditions;
    }

    private SchemeBook load(List<String> conditions, String amount) throws IOException {
        Files.copy(
                SmallSchemes.FOLDER.resolve("vocabulary.yaml"),
                folder.resolve("vocabulary.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        StringBuilder scheme = new StringBuilder("""
                scheme: random
                title: {zh: 随机, en: random}
                unit: person
                period: month
                region: person.hukou
                legal:
                  law: {title: {zh: 法, en: law}, published: 2000-01-01}
                versions:
                  - version: "1"
                    from: 2000-01-01
                    known_from: 2000-01-01
                    conditions:
                """);
        for (int i = 0; i < conditions.size(); i++) {
            scheme.append("      - {id: c%d, zh: 条件, en: condition, legal: law, when: '%s'}\n"
                    .formatted(i, conditions.get(i)));
        }
        scheme.append("    outcome: {amount: '").append(amount).append("'}\n");
        Files.createDirectories(folder.resolve("random"));
        Files.writeString(folder.resolve("random/scheme.yaml"), scheme);
        return Schemes.load(folder);
    }

    private static List<Person> people(Vocabulary vocabulary, long seed) {
        HostilePeople hostile = new HostilePeople(vocabulary, seed);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(hostile.next(i % 2 == 0));
        }
        return people;
    }

    private static List<List<@Nullable Long>> onJvm(Scheme scheme, List<Person> people) {
        List<List<@Nullable Long>> rows = new ArrayList<>();
        for (int id = 0; id < people.size(); id++) {
            Decision decision = scheme.decide(people.get(id).facts(), MONTH, ON, ON);
            List<@Nullable Long> row = new ArrayList<>();
            row.add((long) id);
            row.add(decision.grounds().trueMask());
            row.add(decision.grounds().unknownMask());
            row.add(
                    decision instanceof Decision.Eligible eligible
                            ? (Long) eligible.amount().fen()
                            : null);
            rows.add(row);
        }
        return rows;
    }

    private static List<List<@Nullable Long>> onSql(Scheme scheme, List<Person> people, DuckDb engine) {
        List<Facts> facts = people.stream().map(Person::facts).toList();
        String sweep = scheme.sweep(ON, ON, FactValues.tables(scheme.unit(), facts, ON))
                .orElseThrow()
                .sql();
        return engine.run("SELECT id, true_mask, unknown_mask, amount FROM (" + sweep + ") ORDER BY id");
    }

    private static long compareWithOracle(
            SchemeBook book,
            List<String> conditions,
            List<Person> people,
            List<List<@Nullable Long>> expected,
            int seed) {
        Oracle oracle = new Oracle(new Scope(book.vocabulary().getUnit("person"), List.of(), List.of()));
        List<CelRuntime.Program> programs =
                conditions.stream().map(oracle::program).toList();
        long judged = 0;
        for (int id = 0; id < people.size(); id++) {
            Map<String, Object> maps = people.get(id).maps();
            if (!maps.isEmpty()) {
                long trueMask = Objects.requireNonNull(expected.get(id).get(1));
                for (int bit = 0; bit < programs.size(); bit++) {
                    boolean truth = (trueMask >> bit & 1) == 1;
                    assertThat(Oracle.evaluate(programs.get(bit), question(maps)))
                            .as("seed %d, person %d %s: %s", seed, id, maps, conditions.get(bit))
                            .isEqualTo(truth);
                    judged++;
                }
            }
        }
        return judged;
    }

    private static Map<String, Object> question(Map<String, Object> person) {
        Map<String, Object> question = new HashMap<>(person);
        question.put("on", ON);
        question.put("period", Map.of("start", MONTH.start(), "end", MONTH.end()));
        return question;
    }
}

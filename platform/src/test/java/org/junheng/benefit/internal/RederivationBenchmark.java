package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junheng.OwnPlatform;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.Arrivals;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * As many families with a granted childcare subsidy as {@code -Dchildren} says (default 100,000), on the whole platform
 * and its PostgreSQL. Two persons release a higher yearly amount in the browser; the time is measured until the
 * follower has derived everybody by the new law, and the difference is instructed.
 */
@Tag("bench")
class RederivationBenchmark {

    private static final int CHILDREN = Integer.getInteger("children", 100_000);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** For one year only, so that the golden cases of later years stay true. */
    private static final String NEW_VALUES = "value: 3600, legal: plan2025},\n"
            + "             {from: 2026-01-01, known_from: %1$s, value: 4800, legal: plan2025, status: sample},\n"
            + "             {from: 2027-01-01, known_from: %1$s, value: 3600, legal: plan2025, status: sample}]";

    private static final String DECISION = """
            INSERT INTO benefit.decision (unit_id, area, scheme, version, content_hash, period, decided_on, known_at, ledger_horizon,
                                          outcome, amount_fen, true_mask, unknown_mask, parameters, explanation, decided_by)
            SELECT unit_id, area, scheme, version, content_hash, '2026', decided_on, now(), ledger_horizon, outcome, amount_fen, 0, 0,
                   '{}', '{}', 'benchmark'
              FROM benefit.offer LIMIT 1
            """;

    private static final String GRANT_ALL = """
            INSERT INTO benefit.claim (id, unit_id, scheme, applicant_id, area, state, payee, payee_since, declared, declaration,
                                       filed_on, due_on, reviewed_by, settled_by, settled_at, decision_id)
            SELECT uuidv7(), o.unit_id, o.scheme, o.unit_id, o.area, 'granted', '\\x00', now(), '{}', 'benchmark', DATE '2026-10-01',
                   DATE '2026-11-01', 'township', 'county', now(), (SELECT min(id::text)::uuid FROM benefit.decision)
              FROM benefit.offer o
             WHERE o.state = 'open'
            """;

    @Test
    void everybody_is_derived_anew_after_a_released_change_of_the_amount(@TempDir Path folder)
            throws SQLException, IOException {
        try (var platform = OwnPlatform.start(folder.resolve("data"));
                var owner =
                        platform.getBean("ownerDataSource", DataSource.class).getConnection()) {
            open(platform);
            timed(
                    "offers found for %,d children".formatted(CHILDREN),
                    () -> await(owner, "SELECT count(*) >= %d FROM benefit.offer".formatted(CHILDREN)));
            execute(owner, DECISION);
            execute(owner, GRANT_ALL);
            timed(
                    "first instructions",
                    () -> await(
                            owner,
                            "SELECT count(DISTINCT unit_id) >= %d FROM benefit.instruction".formatted(CHILDREN)));
            long before = number(owner, "SELECT count(*) FROM benefit.instruction");
            var law = text(owner, "SELECT law FROM benefit.follower");
            release(platform);
            timed(
                    "re-derivation after the release",
                    () -> await(owner, "SELECT law <> '%s' FROM benefit.follower".formatted(law)));
            long after = number(owner, "SELECT count(*) FROM benefit.instruction");
            System.out.printf(
                    "%,d instructions before, %,d after, %,d yuan more%n",
                    before,
                    after,
                    number(
                            owner,
                            "SELECT (sum(amount_fen) / 100)::bigint FROM benefit.instruction WHERE revision > 1"));
            assertThat(after - before).as("a revision for 2026 of every child").isEqualTo(CHILDREN);
        }
    }

    private static void open(ConfigurableApplicationContext platform) {
        timed(
                "opening load",
                () -> Actors.call(
                        Actor.service("benchmark", Purpose.UPKEEP),
                        () -> platform.getBean(Arrivals.class)
                                .open(new ManyChildren(CHILDREN), (stage, done, all) -> {})));
    }

    /** The whole way of a change: put forward by one person, released by another. */
    private static void release(ConfigurableApplicationContext platform) throws IOException {
        int port = Objects.requireNonNull(platform.getEnvironment().getProperty("local.server.port", Integer.class));
        DemonstrationAccounts.open(
                platform.getBean(Accounts.class), platform.getBean("loaderWork", TransactionTemplate.class));
        try (var analyst = Browser.desktop(port);
                var reviewer = Browser.desktop(port)) {
            analyst.signInAs("analyst").open("/catalogue");
            analyst.page().locator("#scheme").fill(Subsidy.SCHEME);
            analyst.page().locator("#files").setInputFiles(new FilePayload[] {
                new FilePayload("scheme.yaml", "text/yaml", changed()),
                new FilePayload("newborns.yaml", "text/yaml", cases())
            });
            analyst.page().locator("form[action='/catalogue/releases'] button").click();
            analyst.page().waitForURL("**/catalogue/releases/*");
            assertThat(analyst.page().locator("main").innerText()).doesNotContain("检查报告");
            reviewer.signInAs("county").open(URI.create(analyst.page().url()).getPath());
            timed("the release itself", () -> {
                reviewer.page().locator("form[action$='/release'] button").click();
                reviewer.page().waitForSelector("text=已发布");
            });
        }
    }

    private static byte[] changed() throws IOException {
        var file = Files.readString(Path.of("../schemes/childcare-subsidy/scheme.yaml"));
        var today = LocalDate.now(AdministrativeTime.ZONE);
        var changed = file.replaceFirst("value: 3600, legal: plan2025}]", NEW_VALUES.formatted(today));
        assertThat(changed).isNotEqualTo(file);
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    /** Cases that are filed after the change are judged by what was known before it. */
    private static byte[] cases() throws IOException {
        var file = Files.readString(Path.of("../schemes/childcare-subsidy/cases/newborns.yaml"));
        return file.replaceAll("(?m)^( +)on: (2026-12|202[789])(.*)$", "$1on: $2$3\n$1known_at: 2026-11-01")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void await(Connection owner, String condition) {
        var limit = Instant.now().plus(LONGEST);
        while (!text(owner, condition).equals("t")) {
            assertThat(Instant.now()).as(condition).isBefore(limit);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void timed(String what, Runnable work) {
        long from = System.nanoTime();
        work.run();
        System.out.printf("%-40s %.1f s%n", what, (System.nanoTime() - from) / 1e9);
    }

    private static long number(Connection owner, String sql) {
        return Long.parseLong(text(owner, sql));
    }

    private static String text(Connection owner, String sql) {
        List<String> values = new ArrayList<>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return values.getFirst();
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

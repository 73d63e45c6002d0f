package org.junheng.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class GapPagesTest {

    private static final double LONGEST = Duration.ofMinutes(3).toMillis();

    private final TestFamilies families;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    GapPagesTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void an_analyst_searches_all_schemes_for_gaps_overlaps_and_idle_conditions() {
        DemonstrationAccounts.open(accounts, loading);
        families.granted("gaps-a", "330329105", "2026-02-01");
        families.parents("gaps-b", "330329105");
        try (var analyst = Browser.desktop(port)) {
            analyst.signInAs("analyst")
                    .open("/gaps")
                    .picture("gaps")
                    .assertAccessible()
                    .assertFits();
            var page = analyst.page();
            page.locator("form[action='/gaps'] button").click();
            page.waitForURL("**/gaps/*-*", new Page.WaitForURLOptions().setTimeout(LONGEST));
            assertThat(page.locator("main").innerText())
                    .contains("落在两项办法之间", "同时符合两项", "从不起作用的条件", "门槛附近的分布")
                    .as("what the register does not hold")
                    .contains("退休日期", "光荣证发证日期", "手术并发症等级")
                    .doesNotContain("simulation.gaps", "special-assistance");
            assertThat(page.locator(".badge:has-text('人人符合')").count())
                    .as("conditions nobody misses")
                    .isPositive();
            analyst.picture("gaps-result").assertAccessible().assertFits();
            var result = URI.create(page.url()).getPath();
            analyst.inEnglish()
                    .open(result)
                    .picture("gaps-result-en")
                    .assertAccessible()
                    .assertFits();
            try (var phone = Browser.phone(port)) {
                phone.signInAs("analyst").open(result).picture("gaps-result").assertFits();
            }
        }
    }
}

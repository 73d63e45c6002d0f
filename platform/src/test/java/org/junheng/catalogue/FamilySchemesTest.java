package org.junheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junheng.PlatformTest;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.browser.Browser;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** "What can my family get?" of a mother who has signed in: answered from the register, without a question. */
@PlatformTest
class FamilySchemesTest {

    private static final String TOWN = "330329104";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private final TestFamilies families;

    FamilySchemesTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void a_mother_reads_in_both_languages_what_her_newborn_gets_and_why_not_the_rest() {
        var parents = families.parents("mine", TOWN);
        families.noticed("mine-child", "2026-09-05", "mine");
        families.registered("mine-child", TOWN, "2026-09-20");
        var account = new Account(
                "mother-mine",
                Role.FAMILY,
                "一位有新生儿的母亲",
                "A mother of a newborn",
                List.of(AreaCode.of(TOWN)),
                Optional.of(parents.mother()));
        Actors.run(
                Actor.service("test", Purpose.UPKEEP),
                () -> loading.executeWithoutResult(status -> accounts.openDemonstration(account)));

        try (var family = Browser.phone(port)) {
            family.signInAs("mother-mine")
                    .open("/schemes/mine")
                    .picture("schemes-mine")
                    .assertAccessible()
                    .assertFits();
            assertThat(family.page().locator("main").innerText())
                    .contains("我家能享受什么", "育儿补贴", "¥")
                    .doesNotContain("死亡", "失独", "catalogue.");
            assertThat(family.page().locator("main").textContent())
                    .as("places by name")
                    .contains("泰顺县")
                    .doesNotContain("330329");
            assertThat(String.join(" ", family.page().locator("details.card h3").allTextContents()))
                    .as("of another city, which the registered places of child and parents show")
                    .contains("杭州市育儿补助", "杭州市孕产补助", "衢州市育儿补助");
            family.inEnglish()
                    .open("/schemes/mine")
                    .picture("schemes-mine-en")
                    .assertAccessible()
                    .assertFits();
            assertThat(family.page().locator("main").innerText())
                    .contains("childcare subsidy", "¥")
                    .doesNotContain("death of an only child", "catalogue.");
        }
    }
}

package org.junheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junheng.browser.Browser;
import org.junheng.processes.TwoProcesses;

/** Somebody at the counter of the stand-in bank, in a browser. */
final class StandInBank {

    private final TwoProcesses house;

    StandInBank(TwoProcesses house) {
        this.house = house;
    }

    /** From now on. */
    void returnsOneLineInTwoAndLosesItsAnswer() {
        try (var counter = Browser.desktop(house.sandboxPort())) {
            counter.open("/bank").picture("sandbox-04-bank").assertAccessible().assertFits();
            var page = counter.page();
            page.locator("#returnedPercent").fill("50");
            page.locator("#reason").selectOption("NAME_DIFFERS");
            page.locator("#delaySeconds").fill("1");
            page.getByText("首次收盘后不回执").click();
            page.getByText("保存").click();
            assertThat(page.locator("#returnedPercent")).hasValue("50");
        }
    }

    /** From now on. */
    void behaves() {
        try (var counter = Browser.desktop(house.sandboxPort())) {
            counter.open("/bank");
            var page = counter.page();
            page.locator("#returnedPercent").fill("0");
            page.getByText("首次收盘后不回执").click();
            page.getByText("保存").click();
            assertThat(page.locator("#returnedPercent")).hasValue("0");
        }
    }

    /** A roll of two lines, one of them returned. */
    void showsWhatItDid(String roll) {
        try (var counter = Browser.desktop(house.sandboxPort())) {
            counter.open("/bank")
                    .picture("sandbox-05-bank-with-roll")
                    .assertAccessible()
                    .assertFits();
            counter.open(roll.replace("/payment/", "/bank/"));
            assertThat(counter.page().getByText("平台已接收：已入账 2 笔")).isVisible();
            assertThat(counter.page().getByText("户名不符").first()).isVisible();
            counter.picture("sandbox-06-roll").assertAccessible().assertFits();
        }
    }
}

package org.junheng.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junheng.PlatformTest;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.ApiClientKeys;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class PaymentPagesTest {

    private static final String KEY = "key-of-the-bank-in-this-test";

    private final TestFamilies families;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApiClientKeys clients;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Autowired
    private InstructionTaker taker;

    PaymentPagesTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void finance_makes_a_roll_the_county_freezes_it_and_the_bank_answers_by_its_interface() throws Exception {
        DemonstrationAccounts.open(accounts, loading);
        letTheBankIn();
        var child = families.granted("page-a", "330329100", "2026-10-05");
        taker.take();

        try (var finance = Browser.desktop(port);
                var county = Browser.desktop(port)) {
            finance.signInAs("finance")
                    .open("/payment")
                    .picture("payment")
                    .assertAccessible()
                    .assertFits();
            finance.page().locator("form[action='/payment/rolls'] button").click();
            finance.page().waitForURL("**/payment/rolls/*");
            var roll = URI.create(finance.page().url()).getPath();
            assertThat(finance.page().locator("form[action$='/freeze']").count())
                    .isZero();
            assertThat(finance.page().content()).contains("林*").doesNotContain("6222021200001234567");

            county.signInAs("county").open(roll);
            county.page().locator("form[action$='/freeze'] button").click();
            county.page().waitForSelector("text=SHA-256");
            county.picture("pay-roll").assertAccessible().assertFits();

            assertThat(post("transfer_id,amount_fen,result,reason\n%s,360001,paid,\n%s,360000,returned,户名不符\n"
                            .formatted(transfer(child), transfer(child))))
                    .startsWith("200")
                    .contains("\"other-amount\":1", "\"applied\":1");
            finance.open(roll);
            assertThat(finance.page().content()).contains("银行退回", "户名不符");
            finance.open("/payment");
            finance.page().locator("a[href^='/payment/returns/']").first().click();
            finance.page().waitForSelector("text=金额不符");
            finance.picture("return-file").assertAccessible().assertFits();
            finance.inEnglish().picture("return-file-english");
        }
        theMotherCorrectsTheAccount(child);
    }

    private void theMotherCorrectsTheAccount(java.util.UUID child) {
        var mother = new Account(
                "mother",
                Role.FAMILY,
                "母亲",
                "Mother",
                List.of(),
                families.mother(child).person());
        Actors.run(
                Actor.service("test", Purpose.UPKEEP),
                () -> loading.executeWithoutResult(status -> accounts.openDemonstration(mother)));
        var claim = families.row("SELECT id::text FROM benefit.claim WHERE unit_id = '%s'".formatted(child));
        try (var phone = Browser.phone(port)) {
            phone.signInAs("mother").open("/benefits");
            phone.page().locator("a[href$='/payments']").click();
            phone.page().waitForSelector("text=户名不符");
            phone.picture("payments-of-family").assertAccessible().assertFits();
            phone.page().locator("#holder").fill("林晓");
            phone.page().locator("#number").fill("6217000000007654321");
            phone.page().locator("form[action$='/account'] button").click();
            phone.page().waitForURL("**/payments");
        }
        assertThat(families.row("SELECT (payee_since > filed_at)::text FROM benefit.claim WHERE id = '" + claim + "'"))
                .isEqualTo("true");
    }

    @Test
    void the_interface_refuses_strangers_and_files_that_are_none() throws Exception {
        letTheBankIn();

        assertThat(post("a,b\n1,2\n")).startsWith("422").contains("transfer_id,amount_fen,result");
        var stranger = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/payment/returns".formatted(port)))
                .header("Authorization", "Bearer nobody")
                .POST(HttpRequest.BodyPublishers.ofString("x"));
        assertThat(HttpClient.newHttpClient()
                        .send(stranger.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private void letTheBankIn() {
        var bank = new ApiClientKeys.Client("bank", Role.BANK, "代理银行", "Agent bank", List.of(AreaCode.of("330329")));
        Actors.run(
                Actor.service("test", Purpose.UPKEEP),
                () -> loading.executeWithoutResult(status -> clients.open(bank, KEY)));
    }

    private String post(String text) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/payment/returns".formatted(port)))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "text/csv; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(text));
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private String transfer(java.util.UUID child) {
        return families.row("SELECT id::text FROM payment.transfer WHERE unit_id = '%s'".formatted(child));
    }
}

package org.junheng.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What was on its way when a process ended goes on by itself when it is back: each side keeps what it has to send until
 * it is answered (outbox), sends it at least once, and takes what comes again for what it is.
 */
class HalfSentTest {

    private final TwoProcesses house = TwoProcesses.forOutages();
    private final Paperwork paperwork = new Paperwork(house);

    @Test
    void notices_rolls_and_return_files_survive_the_end_of_either_process_and_arrive_once() {
        aNoticeWaitsForThePlatformThroughTheEndOfTheHospital();
        paperwork.grant();
        var roll = aRollWaitsForTheBank();
        itIsSentAgainByTheOfficer(roll);
        aReturnFileWaitsForThePlatformThroughTheEndOfTheBank(roll);
        everythingArrivedOnce(roll);
    }

    private void aNoticeWaitsForThePlatformThroughTheEndOfTheHospital() {
        long before = count("SELECT count(*) FROM intake.birth_notice");
        house.killPlatform();
        assertThat(paperwork.report("TWICE").text()).contains("尚未收到回执，会自动重发", "平台没有应答");
        house.killSandbox();
        house.startSandbox();
        house.awaitSandbox();
        assertThat(latestSending()).contains("尚未收到回执，会自动重发");

        house.startPlatform();
        Paperwork.await("both answers", () -> latestSending().split("平台已接收", -1).length == 3);

        assertThat(latestSending()).doesNotContain("会自动重发").containsPattern("入库 applied 1.*重复 repeated 1");
        assertThat(count("SELECT count(*) FROM intake.birth_notice")).isEqualTo(before + 1);
    }

    private String latestSending() {
        var page = house.sandbox().get("/hospital").body();
        int from = page.indexOf("id=\"sending-");
        return new WebSession.Answer(200, "", page.substring(from, page.indexOf("</section>", from))).text();
    }

    private String aRollWaitsForTheBank() {
        house.killSandbox();
        var finance = house.platform().signIn("finance");
        Paperwork.await("something due", () -> !finance.get("/payment").body().contains("disabled=\"disabled\""));
        var roll = finance.post("/payment/rolls", Map.of()).path();
        var treasurer = house.platform().signIn("treasurer");
        treasurer.get(roll);
        treasurer.post(roll + "/freeze", Map.of());
        finance.get(roll);
        finance.post(roll + "/send", Map.of());

        Paperwork.await(
                "the trouble on the page", () -> finance.get(roll).text().contains("没有收到银行的回执"));

        assertThat(finance.get(roll).text()).contains("正在送银行", "银行不会重复发放", "立即重新发送", "下次发送");
        return roll;
    }

    private void itIsSentAgainByTheOfficer(String roll) {
        house.startSandbox();
        house.awaitSandbox();
        var counter = house.sandbox();
        counter.get("/bank");
        counter.post(
                "/bank/behaviour", Map.of("returnedPercent", "0", "reason", "NAME_DIFFERS", "delaySeconds", "600"));
        var finance = house.platform().signIn("finance");
        finance.get(roll);
        finance.post(roll + "/send-again", Map.of());

        Paperwork.await("the bank's answer", () -> finance.get(roll).text().contains("银行处理中"));

        assertThat(finance.get(roll).text()).doesNotContain("没有收到银行的回执", "立即重新发送");
    }

    /** The bank had ten minutes left; started anew, it sends at once, and again until somebody answers. */
    private void aReturnFileWaitsForThePlatformThroughTheEndOfTheBank(String roll) {
        house.killPlatform();
        house.killSandbox();
        house.startSandbox();
        house.awaitSandbox();
        var atBank = roll.replace("/payment/", "/bank/");
        Paperwork.await(
                "an attempt in vain", () -> house.sandbox().get(atBank).text().contains("平台没有应答"));

        house.startPlatform();

        var finance = house.platform().signIn("finance");
        Paperwork.await("the return file", () -> finance.get(roll).text().contains("回盘完毕"));
        Paperwork.await(
                "the answer at the bank",
                () -> house.sandbox().get(atBank).text().contains("已回盘"));
        assertThat(house.sandbox().get(atBank).text()).contains("平台已接收：已入账 1 笔");
    }

    private void everythingArrivedOnce(String roll) {
        var id = roll.substring(roll.lastIndexOf('/') + 1);
        assertThat(count("SELECT count(*) FROM payment.transfer WHERE state = 'paid' AND roll_id = '%s'".formatted(id)))
                .isOne();
        assertThat(count("SELECT count(*) FROM payment.return_file WHERE roll_id = '%s'".formatted(id)))
                .isOne();
    }

    private long count(String sql) {
        return house.database().sql(sql).query(Long.class).single();
    }
}

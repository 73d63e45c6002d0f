package org.junheng.sandbox.hospital;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junheng.sandbox.Keys;
import org.junheng.sandbox.Platform;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends birth notices to the platform and keeps what it answered. */
@Service
class Hospital {

    private static final String NOTICES = "/api/birth-notices";
    private static final int KEPT = 30;

    private final Platform platform;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();
    private final Deque<Sending> sendings = new ArrayDeque<>();

    Hospital(Platform platform, JsonMapper json, Clock clock) {
        this.platform = platform;
        this.json = json;
        this.clock = clock;
    }

    /** How notices are sent. */
    enum Manner {
        ONCE("发送一次", "Send once"),
        TWICE("同一通知发送两次", "Send the same notice twice"),
        ANSWER_LOST("丢弃第一次的回执，再次发送", "Drop the first answer and send again");

        private final String zh;
        private final String en;

        Manner(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /**
     * The platform's report on a delivery.
     *
     * @param delivery its id
     * @param rows notices it held
     * @param applied taken into the register
     * @param repeated known already, nothing changed
     * @param provisional taken with a mother unknown to the register, who is being asked about
     * @param rejected kept for correction
     * @param findings what is wrong or odd
     */
    record Report(
            @Nullable String delivery,
            int rows,
            int applied,
            int repeated,
            int provisional,
            int rejected,
            @Nullable List<Finding> findings) {}

    /**
     * One thing wrong or odd.
     *
     * @param row row of the delivery
     * @param field property concerned
     * @param expectation code of what was expected
     * @param message the same in words
     */
    record Finding(
            int row,
            @Nullable String field,
            @Nullable String expectation,
            @Nullable String message) {}

    /**
     * What came back.
     *
     * @param tone {@code ok}, {@code warn} or {@code bad}
     * @param zh in Chinese
     * @param en in English
     * @param report the platform's report, if it gave one
     */
    record Answer(
            String tone, String zh, String en, @Nullable Report report) {}

    /**
     * One press of the button.
     *
     * @param number counts from 1 since the start
     * @param at when
     * @param manner how it was sent
     * @param notices what was sent
     * @param answers what came back, one for each time it was sent
     */
    record Sending(int number, Instant at, Manner manner, List<BirthNotice> notices, List<Answer> answers) {}

    /** Sends the notices in one delivery, in the manner given. */
    Sending send(List<BirthNotice> notices, Manner manner) {
        var answers = new ArrayList<Answer>();
        var first = deliver(notices);
        switch (manner) {
            case ONCE -> answers.add(first);
            case TWICE -> {
                answers.add(first);
                answers.add(deliver(notices));
            }
            case ANSWER_LOST -> {
                answers.add(new Answer("warn", "回执已丢弃，医院不知道结果", "Answer dropped: the hospital knows nothing", null));
                answers.add(deliver(notices));
            }
        }
        var sending = new Sending(count.incrementAndGet(), clock.instant(), manner, notices, answers);
        keep(sending);
        return sending;
    }

    /** The last sendings, newest first. */
    List<Sending> listSendings() {
        synchronized (sendings) {
            return List.copyOf(sendings);
        }
    }

    private void keep(Sending sending) {
        synchronized (sendings) {
            sendings.addFirst(sending);
            while (sendings.size() > KEPT) {
                sendings.removeLast();
            }
        }
    }

    private Answer deliver(List<BirthNotice> notices) {
        var body = json.writeValueAsString(
                notices.stream().map(BirthNotice::properties).toList());
        var headers =
                Map.of("Content-Type", "application/json", "Accept", "application/json", "Accept-Language", "zh-CN");
        var call = new Platform.Call(NOTICES, Keys.Key.HOSPITAL, headers, BodyPublishers.ofString(body));
        return switch (platform.post(call)) {
            case Platform.Answered answered -> answered.isSuccess() ? report(answered) : refusal(answered);
            case Platform.NoKey() ->
                new Answer(
                        "bad",
                        "未发送：平台还没有给医院密钥，请先启动平台",
                        "Not sent: the platform has made no key for us yet; start it first",
                        null);
            case Platform.Unreachable(var why) ->
                new Answer("bad", "平台没有应答，请稍后重发：" + why, "No answer from the platform, send again later: " + why, null);
        };
    }

    private Answer report(Platform.Answered answered) {
        try {
            var report = json.readValue(answered.body(), Report.class);
            var tone = report.rejected() > 0 ? "bad" : report.provisional() > 0 ? "warn" : "ok";
            return new Answer(tone, "平台已接收", "Received by the platform", report);
        } catch (JacksonException e) {
            return new Answer(
                    "bad",
                    "平台的回执无法读取：" + answered.body(),
                    "The platform’s answer cannot be read: " + answered.body(),
                    null);
        }
    }

    /** RFC 9457 bodies are shown by title and detail, others as they are. */
    private Answer refusal(Platform.Answered answered) {
        return new Answer(
                "bad",
                "平台拒收（%d）：%s".formatted(answered.status(), words(answered.body())),
                "Refused by the platform (%d)".formatted(answered.status()),
                null);
    }

    private String words(String body) {
        try {
            var problem = json.readTree(body);
            var title = problem.path("title").asString("");
            var detail = problem.path("detail").asString("");
            return title.isEmpty() && detail.isEmpty() ? body : (title + " " + detail).strip();
        } catch (JacksonException e) {
            return body;
        }
    }
}

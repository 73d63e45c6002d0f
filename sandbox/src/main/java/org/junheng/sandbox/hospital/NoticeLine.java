package org.junheng.sandbox.hospital;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junheng.sandbox.Keys;
import org.junheng.sandbox.Platform;
import org.junheng.sandbox.hospital.Sending.Answer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The line to the platform: posts notices once and puts what came of it into words. */
@Component
class NoticeLine {

    private static final String NOTICES = "/api/birth-notices";
    /** The platform is not ready for us, or in trouble: the same will be sent again. */
    private static final Set<Integer> LATER = Set.of(401, 408, 429, 500, 502, 503, 504);

    private final Platform platform;
    private final JsonMapper json;

    NoticeLine(Platform platform, JsonMapper json) {
        this.platform = platform;
        this.json = json;
    }

    /** What came of one attempt. */
    sealed interface Outcome {}

    /** The platform answered, if only to refuse. */
    record Heard(Answer answer) implements Outcome {}

    /** Nobody knows whether it arrived: send the same again. */
    record Unheard(Answer trouble) implements Outcome {}

    Outcome deliver(List<BirthNotice> notices) {
        var body = json.writeValueAsString(
                notices.stream().map(BirthNotice::properties).toList());
        var headers =
                Map.of("Content-Type", "application/json", "Accept", "application/json", "Accept-Language", "zh-CN");
        var call = new Platform.Call(NOTICES, Keys.Key.HOSPITAL, headers, BodyPublishers.ofString(body));
        return switch (platform.post(call)) {
            case Platform.Answered answered -> heard(answered);
            case Platform.NoKey() ->
                unheard("平台还没有给医院密钥，请先启动平台", "the platform has made no key for us yet; start it first");
            case Platform.Unreachable(var why) -> unheard("平台没有应答：" + why, "no answer from the platform: " + why);
        };
    }

    private Outcome heard(Platform.Answered answered) {
        if (answered.isSuccess()) {
            return new Heard(report(answered));
        }
        if (LATER.contains(answered.status())) {
            var words = "（%d）%s".formatted(answered.status(), words(answered.body()));
            return unheard("平台暂时不能接收" + words, "the platform cannot take it now (%d)".formatted(answered.status()));
        }
        return new Heard(refusal(answered));
    }

    private static Unheard unheard(String zh, String en) {
        return new Unheard(new Answer("warn", zh, en, null));
    }

    private Answer report(Platform.Answered answered) {
        try {
            var report = json.readValue(answered.body(), Sending.Report.class);
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

package org.junheng.sandbox.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the platform said of a return file, in words.
 *
 * @param zh in Chinese
 * @param en in English
 * @param objects whether it took the file but not every line of it
 */
record Said(String zh, String en, boolean objects) {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, Words> OUTCOMES = Map.ofEntries(
            Map.entry("applied", new Words("已入账", "applied")),
            Map.entry("repeated", new Words("以前已入账", "applied before")),
            Map.entry("unknown-transfer", new Words("查无此笔", "unknown transfer")),
            Map.entry("other-roll", new Words("不属于该发放表", "of another roll")),
            Map.entry("not-sent", new Words("该笔未送银行", "never sent to the bank")),
            Map.entry("other-amount", new Words("金额不符", "another amount")),
            Map.entry("duplicate-line", new Words("重复行", "duplicate line")),
            Map.entry("contradicts", new Words("与已有结果矛盾", "contradicts an earlier result")),
            Map.entry("malformed", new Words("无法识别", "unreadable")),
            Map.entry("held", new Words("控制数不符，未入账", "held for its control totals")));

    private record Words(String zh, String en) {}

    /** Reads {@code status body}; a body that is none of the platform's reports is told as it is. */
    static Said of(String answer) {
        var status = answer.split(" ", 2)[0];
        if (!status.matches("\\d{3}")) {
            return new Said(answer, "", false);
        }
        var body = answer.substring(status.length()).strip();
        try {
            var report = JSON.readTree(body);
            return switch (report.path("outcome").asString("")) {
                case "applied" -> applied(report);
                case "repeated" ->
                    new Said("平台以前已接收过这个文件，没有重复入账", "The platform had this file before; nothing changed", false);
                case "held" -> held(report);
                case "unreadable" -> unreadable(report);
                default -> other(status, words(report, body));
            };
        } catch (JacksonException e) {
            return other(status, body);
        }
    }

    private static Said applied(JsonNode report) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        var counts = new TreeMap<String, Long>();
        report.path("lines")
                .properties()
                .forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        counts.forEach((outcome, lines) -> {
            var words = OUTCOMES.getOrDefault(outcome, new Words(outcome, outcome));
            zh.add("%s %d 笔".formatted(words.zh, lines));
            en.add("%d %s".formatted(lines, words.en));
        });
        boolean objects = counts.keySet().stream()
                .anyMatch(each -> !List.of("applied", "repeated").contains(each));
        return new Said("平台已接收：" + String.join("，", zh), "Taken: " + String.join(", ", en), objects);
    }

    private static Said held(JsonNode report) {
        var detail = report.path("detail").asString("");
        return new Said("控制数不符，整个文件未入账（%s）".formatted(detail), "Held: the control totals do not fit", false);
    }

    private static Said unreadable(JsonNode report) {
        var detail = report.path("detail").asString("");
        return new Said("平台读不出这个文件（%s）".formatted(detail), "The platform cannot read the file", false);
    }

    private static Said other(String status, String words) {
        return new Said("平台应答 %s %s".formatted(status, words).strip(), "Answer " + status, false);
    }

    private static String words(JsonNode problem, String body) {
        var words = (problem.path("title").asString("") + " "
                        + problem.path("detail").asString(""))
                .strip();
        return words.isEmpty() ? body : words;
    }
}

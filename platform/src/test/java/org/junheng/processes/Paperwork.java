package org.junheng.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** What families and offices do until money is due, by HTTP alone. */
final class Paperwork {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*\\bname=\"([a-z_]+)\"\\s+value=\"([^\"]*)\"");

    private final TwoProcesses house;

    Paperwork(TwoProcesses house) {
        this.house = house;
    }

    /** The hospital's form as it opens, filled in. */
    static Map<String, String> noticeForm(WebSession.Answer page) {
        var form = new LinkedHashMap<String, String>();
        var input = INPUT.matcher(page.body());
        while (input.find()) {
            form.putIfAbsent(input.group(1), input.group(2));
        }
        form.put("sex", "2");
        form.put("manner", "ONCE");
        return form;
    }

    /** The hospital reports a birth to the demonstration's mother. */
    WebSession.Answer report(String manner) {
        var ward = house.sandbox();
        var form = noticeForm(ward.get("/hospital"));
        form.put("manner", manner);
        return ward.post("/hospital/births", form);
    }

    /** The mother applies for what she is offered first; township and county grant it. */
    void grant() {
        var claim = apply("mother");
        verdict("township", claim, "RECOMMEND");
        verdict("county", claim, "CONFIRM_GRANT");
    }

    /** Somebody applies for what is offered first; the claim's page is the answer. */
    String apply(String subject) {
        var family = house.platform().signIn(subject);
        await(
                "an offer",
                () -> family.get("/benefits").find("child=([0-9a-f-]+)").isPresent());
        var child = family.get("/benefits").get("child=([0-9a-f-]+)");
        var form = family.get("/benefits/apply?child=" + child);
        var fields = new HashMap<>(
                Map.of("child", child, "holder", "郑梦", "number", "9330329000000000018", "declared", "true"));
        form.find("name=\"fact.child.hukou\" value=\"(330329100000)\"")
                .ifPresent(luoyang -> fields.put("fact.child.hukou", luoyang));
        return family.post("/benefits/claims", fields).path();
    }

    private void verdict(String subject, String claim, String action) {
        var officer = house.platform().signIn(subject);
        officer.get(claim);
        var answer = officer.post(claim + "/verdict", Map.of("action", action));
        if (!answer.path().equals("/worklist")) {
            throw new AssertionError("%s did not get through: %s".formatted(action, answer.text()));
        }
    }

    static void await(String what, BooleanSupplier there) {
        var end = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not there within %s: %s".formatted(PATIENCE, what));
            }
            TwoProcesses.pause(200);
        }
    }
}

package org.junheng.sandbox.bank;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junheng.sandbox.Keys;
import org.junheng.sandbox.Platform;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends return files, one after another, until the platform has answered: again after 1, 2, 4 … 64 seconds while it
 * cannot be reached or is in trouble. An answer that it read the file and refuses it ends the matter.
 */
@Component
class ReturnSender implements AutoCloseable {

    private static final String RETURNS = "/api/payment/returns";
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 413, 415, 422);
    private static final int LONGEST_SAID = 100_000;

    private final Bank bank;
    private final Platform platform;
    private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("return-files").daemon().factory());

    ReturnSender(Bank bank, Platform platform) {
        this.bank = bank;
        this.platform = platform;
    }

    /** What was to be sent when the process ended is sent now. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        bank.listRolls().stream()
                .filter(roll -> roll.answer().state() == Roll.State.WAITING)
                .forEach(roll -> sendAfter(Duration.ZERO, roll.id()));
    }

    void sendAfter(Duration delay, String roll) {
        desk.schedule(() -> send(roll), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(String id) {
        var waiting = bank.find(id).filter(roll -> roll.answer().state() == Roll.State.WAITING);
        if (waiting.isEmpty()) {
            return;
        }
        var reply = platform.post(call(id));
        var changed = bank.change(id, roll -> roll.with(after(roll.answer(), reply)));
        if (changed.answer().state() == Roll.State.WAITING) {
            sendAfter(changed.answer().pause(), id);
        }
    }

    private Platform.Call call(String id) {
        var controls = bank.returnControls(id);
        try {
            return new Platform.Call(
                    RETURNS,
                    Keys.Key.BANK,
                    Map.of(
                            "Content-Type",
                            "text/csv; charset=UTF-8",
                            "X-Roll-Id",
                            id,
                            "X-Lines",
                            Integer.toString(controls.lines()),
                            "X-Total-Fen",
                            Long.toString(controls.totalFen())),
                    BodyPublishers.ofFile(bank.returnFile(id)));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Roll.Answer after(Roll.Answer answer, Platform.Reply reply) {
        return switch (reply) {
            case Platform.Answered answered -> {
                int left = answered.isSuccess() ? answer.times() - 1 : answer.times();
                var said = said(answered);
                yield answer.after(state(answered.status(), left, said), left, said);
            }
            case Platform.NoKey() ->
                answer.after(Roll.State.WAITING, answer.times(), "平台还没有给银行密钥 no key from the platform yet");
            case Platform.Unreachable(var why) ->
                answer.after(Roll.State.WAITING, answer.times(), "平台没有应答 no answer: " + why);
        };
    }

    private static Roll.State state(int status, int left, String said) {
        if (REFUSALS.contains(status)) {
            return Roll.State.REFUSED;
        }
        if (left > 0) {
            return Roll.State.WAITING;
        }
        return Said.of(said).objects() ? Roll.State.OBJECTED : Roll.State.DELIVERED;
    }

    private static String said(Platform.Answered answered) {
        var said = answered.status() + " " + answered.body();
        return said.substring(0, Math.min(said.length(), LONGEST_SAID));
    }

    @Override
    public void close() {
        desk.shutdownNow();
    }
}

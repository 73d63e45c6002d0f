package org.junheng.sandbox.hospital;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends birth notices to the platform until it has answered, over restarts of either, and keeps what it answered. What
 * is sent again is the same to the letter, so that the platform knows it.
 */
@Service
class Hospital implements AutoCloseable {

    private static final int KEPT = 30;

    private final NoticeLine line;
    private final SendingFolder folder;
    private final Clock clock;
    private final NavigableMap<Integer, Sending> sendings = new TreeMap<>(Comparator.reverseOrder());
    private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("birth-notices").daemon().factory());

    Hospital(NoticeLine line, JsonMapper json, Clock clock, @Value("${junheng.data}") Path data) {
        this.line = line;
        this.folder = new SendingFolder(data.resolve("sandbox/hospital"), json);
        this.clock = clock;
        folder.listSendings().forEach(sending -> sendings.put(sending.number(), sending));
    }

    /** What had no answer when the process ended is sent now. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        listSendings().stream().filter(Sending::waiting).forEach(this::later);
    }

    /** Sends the notices in one delivery, in the manner given; what is not answered now is sent again by itself. */
    Sending send(List<BirthNotice> notices, Sending.Manner manner) {
        return attempt(begin(notices, manner));
    }

    private Sending begin(List<BirthNotice> notices, Sending.Manner manner) {
        synchronized (sendings) {
            int number = sendings.isEmpty() ? 1 : sendings.firstKey() + 1;
            var sending = Sending.begun(number, clock.instant(), manner, notices);
            keep(sending);
            return sending;
        }
    }

    private Sending attempt(Sending begun) {
        var sending = begun;
        while (sending.waiting()) {
            switch (line.deliver(sending.notices())) {
                case NoticeLine.Heard(var answer) -> sending = keep(sending.answered(answer));
                case NoticeLine.Unheard(var trouble) -> {
                    sending = keep(sending.unanswered(trouble));
                    later(sending);
                    return sending;
                }
            }
        }
        return sending;
    }

    private void later(Sending sending) {
        var pause = sending.line().pause();
        desk.schedule(() -> find(sending.number()).ifPresent(this::attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<Sending> find(int number) {
        synchronized (sendings) {
            return Optional.ofNullable(sendings.get(number));
        }
    }

    /** The last sendings and all that wait, newest first. */
    List<Sending> listSendings() {
        synchronized (sendings) {
            return List.copyOf(sendings.values());
        }
    }

    private Sending keep(Sending sending) {
        synchronized (sendings) {
            folder.save(sending);
            sendings.put(sending.number(), sending);
            var old = sendings.values().stream()
                    .skip(KEPT)
                    .filter(each -> !each.waiting())
                    .toList();
            old.forEach(each -> {
                folder.delete(each);
                sendings.remove(each.number());
            });
            return sending;
        }
    }

    @Override
    public void close() {
        desk.shutdownNow();
    }
}

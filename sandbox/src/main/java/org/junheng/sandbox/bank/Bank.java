package org.junheng.sandbox.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** The bank's rolls: each is accepted once, whatever is sent how often, and decided when it is accepted. */
@Service
class Bank {

    private final RollFolder folder;
    private final Clock clock;
    private final Map<String, Roll> rolls = new ConcurrentHashMap<>();
    private volatile Behaviour behaviour;

    Bank(@Value("${junheng.data}") Path data, Clock clock) {
        this.folder = new RollFolder(data.resolve("sandbox/bank"));
        this.clock = clock;
        this.behaviour = folder.findBehaviour().orElse(Behaviour.DECENT);
        folder.listRolls().forEach(roll -> rolls.put(roll.id(), roll));
    }

    /**
     * What became of a delivery.
     *
     * @param roll the roll
     * @param first whether it was not known before
     */
    record Receipt(Roll roll, boolean first) {}

    Behaviour behaviour() {
        return behaviour;
    }

    /** From now on, also after a restart. */
    void behave(Behaviour changed) {
        folder.save(changed);
        behaviour = changed;
    }

    /**
     * Takes a roll, or takes note that it came again.
     *
     * @param id the platform's id of it
     * @param stated what the platform says of the content
     * @throws RollRefused if the content is not what is stated, or the id is known with another content
     */
    Receipt receive(String id, Roll.Controls stated, InputStream content) throws IOException {
        var arrived = folder.temporary();
        try {
            var sha256 = RollFile.keep(content, arrived);
            if (!sha256.equals(stated.sha256())) {
                throw differs("hash", "SHA-256 " + stated.sha256(), sha256);
            }
            return file(id, stated, arrived);
        } finally {
            Files.deleteIfExists(arrived);
        }
    }

    private synchronized Receipt file(String id, Roll.Controls stated, Path arrived) {
        var known = rolls.get(id);
        if (known != null) {
            if (!known.controls().equals(stated)) {
                throw new RollRefused(
                        HttpStatus.CONFLICT,
                        "roll-known-otherwise",
                        "同一编号的收款清单内容不同 Roll known with another content",
                        "Roll %s was accepted at %s with SHA-256 %s; this one has %s."
                                .formatted(
                                        id, known.receivedAt(), known.controls().sha256(), stated.sha256()));
            }
            return new Receipt(change(id, Roll::receivedAgain), false);
        }
        check(stated, RollFile.controls(arrived, stated.sha256()));
        RollFolder.move(arrived, folder.roll(id));
        return new Receipt(decide(new Roll(id, stated, clock.instant(), 1, waiting())), true);
    }

    private static void check(Roll.Controls stated, Roll.Controls found) {
        if (stated.lines() != found.lines()) {
            throw differs("lines", stated.lines() + " lines", Integer.toString(found.lines()));
        }
        if (stated.totalFen() != found.totalFen()) {
            throw differs("total", stated.totalFen() + " fen in total", Long.toString(found.totalFen()));
        }
    }

    private static RollRefused differs(String what, String stated, String found) {
        return new RollRefused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "roll-%s-differs".formatted(what),
                "收款清单与控制数不符 Roll differs from its control totals",
                "Stated: %s; found: %s. Nothing was taken; send the file again.".formatted(stated, found));
    }

    /** Makes the return file of a roll anew, under the behaviour of now. */
    synchronized Optional<Roll> decideAgain(String id) {
        return find(id).map(roll -> decide(roll.with(waiting())));
    }

    private Roll decide(Roll roll) {
        var written = folder.temporary();
        RollFile.answer(folder.roll(roll.id()), written, behaviour);
        RollFolder.move(written, folder.returned(roll.id()));
        folder.save(roll);
        rolls.put(roll.id(), roll);
        return roll;
    }

    private Roll.Answer waiting() {
        int times = behaviour.has(Behaviour.Fault.SENT_TWICE) ? 2 : 1;
        int overstated = behaviour.has(Behaviour.Fault.WRONG_CONTROLS) ? 1 : 0;
        return new Roll.Answer(Roll.State.WAITING, times, overstated, 0, "");
    }

    /** Changes what is kept of a roll. */
    synchronized Roll change(String id, UnaryOperator<Roll> by) {
        var changed = by.apply(find(id).orElseThrow());
        folder.save(changed);
        rolls.put(id, changed);
        return changed;
    }

    Optional<Roll> find(String id) {
        return Optional.ofNullable(rolls.get(id));
    }

    /** All rolls, the newest first. */
    List<Roll> listRolls() {
        return rolls.values().stream()
                .sorted(Comparator.comparing(Roll::receivedAt).reversed())
                .toList();
    }

    Path returnFile(String id) {
        return folder.returned(id);
    }

    /** Number and sum of the return file as the bank states them. */
    Roll.Controls returnControls(String id) {
        var counted = RollFile.controls(folder.returned(id), "");
        int overstated = find(id).orElseThrow().answer().overstated();
        return new Roll.Controls(counted.sha256(), counted.lines() + overstated, counted.totalFen());
    }

    /** Lines of a roll and their fates, from the given one on. */
    RollFile.Page lines(String id, int from, int most) {
        return RollFile.page(folder.roll(id), folder.returned(id), from, most);
    }
}

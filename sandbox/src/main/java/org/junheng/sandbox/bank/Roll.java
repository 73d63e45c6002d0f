package org.junheng.sandbox.bank;

import java.time.Duration;
import java.time.Instant;

/**
 * A pay-roll the bank has accepted.
 *
 * @param id the platform's id of it
 * @param controls hash and control totals, found to be right
 * @param receivedAt when it first came
 * @param received how often it came
 * @param answer what becomes of the return file
 */
record Roll(String id, Controls controls, Instant receivedAt, int received, Answer answer) {

    /**
     * What a roll is checked against.
     *
     * @param sha256 hash of the file, 64 lower-case hexadecimal digits
     * @param lines number of lines, the header not counted
     * @param totalFen sum of the amounts in fen
     */
    record Controls(String sha256, int lines, long totalFen) {}

    /** State of the return file. */
    enum State {
        /** To be sent, or to be sent again. */
        WAITING("待回盘", "to be answered", "warn"),
        /** The platform has it. */
        DELIVERED("已回盘", "answered", "ok"),
        /** The platform has it and did not take every line. */
        OBJECTED("已回盘，有未入账的行", "answered; not every line was taken", "warn"),
        /** The platform read and refused it. */
        REFUSED("平台拒收", "refused by the platform", "bad");

        private final String zh;
        private final String en;
        private final String tone;

        State(String zh, String en, String tone) {
            this.zh = zh;
            this.en = en;
            this.tone = tone;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }

        public String tone() {
            return tone;
        }
    }

    /**
     * The return file on its way.
     *
     * @param state how far it is
     * @param times how often the file is to be sent though the platform took it the first time
     * @param overstated by how many lines the bank overstates it
     * @param attempts how often it was sent
     * @param said what the platform said last, empty before
     */
    record Answer(State state, int times, int overstated, int attempts, String said) {

        private static final int LONGEST_PAUSE = 6;

        Answer after(State next, int left, String heard) {
            return new Answer(next, left, overstated, attempts + 1, heard);
        }

        /** Pause before the next attempt: 1, 2, 4 … 64 seconds. */
        Duration pause() {
            return Duration.ofSeconds(1L << Math.min(Math.max(attempts - 1, 0), LONGEST_PAUSE));
        }
    }

    Roll receivedAgain() {
        return new Roll(id, controls, receivedAt, received + 1, answer);
    }

    Roll with(Answer changed) {
        return new Roll(id, controls, receivedAt, received, changed);
    }
}

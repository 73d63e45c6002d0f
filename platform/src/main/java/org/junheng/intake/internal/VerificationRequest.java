package org.junheng.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Coded;

/**
 * A request to another place to verify a provisional person (协查).
 *
 * @param id id; also that of the merge, where the answer is one
 * @param person the person; after a merge, whose records the notice's have become
 * @param asked county of the ID number's prefix, which is asked
 * @param asking county that asks
 * @param reason why, a key of the catalogue
 * @param dueOn answer expected by
 * @param state what became of it
 * @param reply the answer, if there is one
 */
record VerificationRequest(
        UUID id,
        UUID person,
        AreaCode asked,
        AreaCode asking,
        String reason,
        LocalDate dueOn,
        State state,
        Optional<Reply> reply) {

    /**
     * An answer as it was given.
     *
     * @param note in the officer's words
     * @param by who
     * @param at when
     */
    record Reply(String note, String by, Instant at) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** What became of a request. */
    enum State implements Coded {
        OPEN("待答复", "Awaiting an answer"),
        MATCHED("是本地已有人员", "Known there already"),
        CONFIRMED("身份属实", "Identity confirmed"),
        DENIED("查无此人", "Not known there"),
        SETTLED("查无此人，已处理", "Not known there, dealt with");

        private final String zh;
        private final String en;

        State(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String code() {
            return name();
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}

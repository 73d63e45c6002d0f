package org.junheng.sandbox.hospital;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One press of the button: notices on their way to the platform until it has answered.
 *
 * @param number counts from 1
 * @param at when the button was pressed
 * @param manner how they are sent
 * @param notices what is sent
 * @param answers what came back, in order
 * @param line how far the sending is
 */
record Sending(int number, Instant at, Manner manner, List<BirthNotice> notices, List<Answer> answers, Line line) {

    Sending {
        notices = List.copyOf(notices);
        answers = List.copyOf(answers);
    }

    static Sending begun(int number, Instant at, Manner manner, List<BirthNotice> notices) {
        return new Sending(number, at, manner, notices, List.of(), new Line(manner.times, 0, null));
    }

    /** How notices are sent. */
    enum Manner {
        ONCE("发送一次", "Send once", 1),
        TWICE("同一通知发送两次", "Send the same notice twice", 2),
        ANSWER_LOST("丢弃第一次的回执，再次发送", "Drop the first answer and send again", 2);

        private final String zh;
        private final String en;
        private final int times;

        Manner(String zh, String en, int times) {
            this.zh = zh;
            this.en = en;
            this.times = times;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /**
     * How far a sending is.
     *
     * @param left how many answers are still to come
     * @param attempts how often it was sent
     * @param trouble why the last attempt brought no answer
     */
    record Line(int left, int attempts, @Nullable Answer trouble) {

        private static final int LONGEST_PAUSE = 6;

        /** Pause before the next attempt: 1, 2, 4 … 64 seconds. */
        Duration pause() {
            return Duration.ofSeconds(1L << Math.min(Math.max(attempts - 1, 0), LONGEST_PAUSE));
        }
    }

    /**
     * What came back.
     *
     * @param tone {@code ok}, {@code warn} or {@code bad}
     * @param zh in Chinese
     * @param en in English
     * @param report the platform's report, if it gave one
     */
    record Answer(
            String tone, String zh, String en, @Nullable Report report) {

        static final Answer DROPPED =
                new Answer("warn", "回执已丢弃，医院不知道结果", "Answer dropped: the hospital knows nothing", null);
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
            @Nullable String message) {

        /** The field as the form calls it. */
        public String label() {
            return NoticeField.ofProperty(field).map(NoticeField::zh).orElse(field == null ? "" : field);
        }
    }

    /** Whether answers are still to come. */
    public boolean waiting() {
        return line.left > 0;
    }

    /** It was sent and answered; the first answer of {@link Manner#ANSWER_LOST} is not looked at. */
    Sending answered(Answer answer) {
        boolean dropped = manner == Manner.ANSWER_LOST && answers.isEmpty();
        var all = new ArrayList<>(answers);
        all.add(dropped ? Answer.DROPPED : answer);
        return new Sending(number, at, manner, notices, all, new Line(line.left - 1, line.attempts + 1, null));
    }

    /** It was sent, perhaps, and no answer came. */
    Sending unanswered(Answer trouble) {
        return new Sending(number, at, manner, notices, answers, new Line(line.left, line.attempts + 1, trouble));
    }
}

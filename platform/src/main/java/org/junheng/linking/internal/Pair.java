package org.junheng.linking.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.Coded;

/**
 * Two persons who may be one.
 *
 * @param id id
 * @param one one of them
 * @param other the other
 * @param score what the comparison says
 * @param handling what people say
 */
record Pair(UUID id, UUID one, UUID other, Score score, Handling handling) {

    /**
     * What the comparison says.
     *
     * @param model release of the weights
     * @param weight log2 of the odds
     * @param probability that of the weight
     * @param bars how the weight comes about, bar by bar to the sum
     */
    record Score(String model, double weight, double probability, List<Bar> bars) {

        Score {
            bars = List.copyOf(bars);
        }
    }

    /** One step of the weight; level 0 says that a value is missing. */
    record Bar(String name, int level, double bits) {}

    /**
     * What became of the pair.
     *
     * @param state where it stands
     * @param kept who stays, once somebody said that they are the same
     * @param decision the merge in the register
     * @param proposedBy who said so first
     * @param settledBy who settled it
     * @param settledAt when
     */
    record Handling(
            State state,
            Optional<UUID> kept,
            Optional<UUID> decision,
            Optional<String> proposedBy,
            Optional<String> settledBy,
            Optional<Instant> settledAt) {}

    /** Where a pair stands. */
    enum State implements Coded {
        OPEN("待核对", "To be checked"),
        PROPOSED("待第二人确认", "For a second officer"),
        MERGED("已归并", "Merged"),
        APART("确认是两人", "Two persons");

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

    /** Whether anything is left to say. */
    public boolean isOpen() {
        return handling.state() == State.OPEN || handling.state() == State.PROPOSED;
    }

    /** The one of the two who is not the given one. */
    UUID not(UUID person) {
        return person.equals(one) ? other : one;
    }
}

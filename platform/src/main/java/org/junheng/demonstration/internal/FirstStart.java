package org.junheng.demonstration.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Preparation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How far the first start is, told to the terminal and to the sign-in page. Nobody signs in until it has ended. */
@Component
@ConditionalOnProperty("junheng.demonstration.enabled")
class FirstStart implements Preparation {

    private volatile @Nullable State state = new State(Step.MAKING, 0);

    @Override
    public Optional<State> find() {
        return Optional.ofNullable(state);
    }

    void begin(Step step) {
        state = new State(step, 0);
        Terminal.step(
                switch (step) {
                    case MAKING -> "生成合成县 Making the synthetic county";
                    case LOADING -> "装载人口库 Loading the register";
                    case FOLDING -> "由生命事件推导现状 Folding the states from the life events";
                    case INDEXING -> "建立索引 Building indexes";
                });
    }

    /** A number of whole percents may pass between two calls; the terminal hears of each percent once. */
    void at(Step step, long done, long all) {
        var before = state;
        if (before == null || before.step() != step) {
            begin(step);
        }
        int percent = (int) (done * 100 / Math.max(1, all));
        if (before == null || before.step() != step || before.percent() != percent) {
            state = new State(step, percent);
            Terminal.at(percent);
        }
    }

    void end() {
        state = null;
    }
}

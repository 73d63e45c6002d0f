package org.junheng.policy.internal.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junheng.kernel.Money;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.policy.Period;
import org.junheng.policy.internal.engine.Judgement.Outcome;

/**
 * What a scheme says of one period. Usually that is one judgement; where the law changes within the period, there is
 * one for each part. The part that is undetermined decides, else the last that is eligible, else the last; what is owed
 * is the sum over the eligible ones.
 *
 * @param period the whole period
 * @param parts in order of time
 * @param deciding the part whose reasons count
 */
record Ruling(Period period, List<Judgement> parts, Judgement deciding) {

    static Ruling of(Period period, List<Judgement> parts) {
        Judgement deciding = parts.getLast();
        for (Outcome outcome : List.of(Outcome.ELIGIBLE, Outcome.UNDETERMINED)) {
            for (Judgement part : parts) {
                deciding = part.outcome() == outcome ? part : deciding;
            }
        }
        return new Ruling(period, parts, deciding);
    }

    Outcome outcome() {
        return deciding.outcome();
    }

    Decision toDecision(List<EntitledPeriod> periods) {
        return switch (outcome()) {
            case ELIGIBLE -> {
                EntitledPeriod decided = toPeriod();
                yield new Decision.Eligible(deciding, decided.amount(), decided.days(), periods);
            }
            case NOT_ELIGIBLE -> new Decision.NotEligible(deciding, deciding.failed());
            case UNDETERMINED -> new Decision.Undetermined(deciding, deciding.missing());
        };
    }

    /** What is owed; only if it is eligible. */
    EntitledPeriod toPeriod() {
        Objects.requireNonNull(deciding.version, "only an eligible ruling is a period");
        if (parts.size() == 1) {
            return period(deciding.months(), deciding.amount(), deciding.days(), deciding.parameterValues());
        }
        int months = 0;
        int days = 0;
        Money amount = Money.ZERO;
        Set<String> values = new LinkedHashSet<>();
        for (Judgement part : parts) {
            if (part.outcome() == Outcome.ELIGIBLE) {
                months += part.months();
                days += part.days();
                amount = amount.plus(part.amount());
                values.addAll(part.parameterValues());
            }
        }
        return period(months, amount, days, new ArrayList<>(values));
    }

    private EntitledPeriod period(int months, Money amount, int days, List<String> values) {
        return new EntitledPeriod(period, months, amount, days, deciding.version(), deciding.hash(), values);
    }
}

package org.junheng.policy;

import java.util.List;
import org.junheng.kernel.Money;

/** What a scheme says about one unit. (What an office makes of it, granted or refused, is the office's decision.) */
public sealed interface Decision {

    /** What it rests on. */
    Grounds grounds();

    /** Why. */
    default Explanation explanation() {
        return grounds().explanation();
    }

    /**
     * All conditions are true.
     *
     * @param grounds what it rests on
     * @param amount how much for the period decided; zero if the scheme gives days
     * @param days how many days for the period decided; zero if the scheme gives money
     * @param periods all periods owed so far, up to the one that contains the day of filing
     */
    record Eligible(Grounds grounds, Money amount, int days, List<EntitledPeriod> periods) implements Decision {
        public Eligible {
            periods = List.copyOf(periods);
        }
    }

    /**
     * At least one condition is false.
     *
     * @param grounds what it rests on
     * @param failed the ids of all conditions that are false
     */
    record NotEligible(Grounds grounds, List<String> failed) implements Decision {
        public NotEligible {
            failed = List.copyOf(failed);
        }
    }

    /**
     * No condition is false, but some cannot be decided.
     *
     * @param grounds what it rests on
     * @param missing exactly the facts to ask for
     */
    record Undetermined(Grounds grounds, List<Question> missing) implements Decision {
        public Undetermined {
            missing = List.copyOf(missing);
        }
    }
}

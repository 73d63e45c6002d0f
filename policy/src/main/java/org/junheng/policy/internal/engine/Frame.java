package org.junheng.policy.internal.engine;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Facts;
import org.junheng.policy.Period;
import org.junheng.policy.Statements;
import org.junheng.policy.ValueType;

/** Everything one evaluation sees; made for one period of one unit, used by one thread. */
final class Frame {

    static final long UNKNOWN = Statements.UNKNOWN;
    static final long NONE = Statements.NONE;
    private static final long NOT_COMPUTED = Long.MIN_VALUE + 2;

    final long[] facts;
    final long[] @Nullable [][] relations;
    final long on;
    final long periodStart;
    final long periodEnd;
    long region = UNKNOWN;
    long[] parameters = {};
    long[] member = {};
    int memberIndex;

    final Code regionCode;
    private final Code[] valueCodes;
    private final long[] values;

    Frame(Inputs inputs, Period period, LocalDate on, Code[] valueCodes, Code regionCode) {
        this.facts = inputs.facts();
        this.relations = inputs.relations();
        this.on = ValueType.pack(on);
        this.periodStart = ValueType.pack(period.start());
        this.periodEnd = ValueType.pack(period.end());
        this.regionCode = regionCode;
        this.valueCodes = valueCodes;
        this.values = new long[valueCodes.length];
        Arrays.fill(values, NOT_COMPUTED);
    }

    /**
     * The facts as numbers.
     *
     * @param facts by slot
     * @param relations by relation, member and slot; null where the members are not known
     */
    record Inputs(long[] facts, long[] @Nullable [][] relations) {

        /** The facts as they were on a day. */
        static Inputs of(Facts facts, LocalDate day) {
            int count = facts.unit().relations().size();
            long[] @Nullable [][] relations = new long[count][][];
            for (int relation = 0; relation < count; relation++) {
                relations[relation] = facts.members(relation);
            }
            return new Inputs(facts.numbers(day), relations);
        }
    }

    /** A computed value, computed when first asked for. */
    long value(int index) {
        long value = values[index];
        if (value == NOT_COMPUTED) {
            value = valueCodes[index].run(this);
            values[index] = value;
        }
        return value;
    }

    Code valueCode(int index) {
        return valueCodes[index];
    }
}

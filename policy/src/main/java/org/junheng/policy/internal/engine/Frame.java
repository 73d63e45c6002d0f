package org.junheng.policy.internal.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Facts;
import org.junheng.policy.Period;
import org.junheng.policy.Statements;
import org.junheng.policy.ValueType;

/** Everything one evaluation sees; made for one period of one unit, used by one thread. */
final class Frame {

    static final long UNKNOWN = Statements.UNKNOWN;
    static final long NONE = Statements.NONE;
    private static final long IMPOSSIBLE = Long.MIN_VALUE + 2;

    final long[] facts;
    final long[] @Nullable [][] relations;
    final long on;
    final long periodStart;
    final long periodEnd;
    final long knownAt;
    long region = UNKNOWN;
    long[] parameters = {};
    long[] member = {};
    int memberIndex;

    final Code regionCode;
    private final Code[] valueCodes;
    private final long[] values;
    private long @Nullable [][] reasons;

    Frame(Facts facts, Period period, LocalDate on, LocalDate knownAt, Rulebook rules) {
        this.facts = facts.numbers(period.nearest(on)); // a fact that changes is read once a period
        this.relations = facts.members();
        this.on = ValueType.pack(on);
        this.periodStart = ValueType.pack(period.start());
        this.periodEnd = ValueType.pack(period.end());
        this.knownAt = ValueType.pack(knownAt);
        this.regionCode = rules.region();
        this.valueCodes = rules.values();
        this.values = new long[valueCodes.length];
    }

    /**
     * The code a frame can be asked to run.
     *
     * @param values of the version in force, in order
     * @param region the area whose parameters count
     */
    record Rulebook(Code[] values, Code region) {}

    /** A computed value, computed when first asked for. */
    long value(int index) {
        long stored = values[index];
        if (stored == 0) {
            return keep(index, valueCodes[index].run(this));
        }
        return stored ^ IMPOSSIBLE;
    }

    /** Values are kept such that an array of zeros holds none yet. */
    private long keep(int index, long value) {
        values[index] = value ^ IMPOSSIBLE;
        return value;
    }

    /** The same, with the reasons for it, found when first asked for. */
    long explainValue(int index, Reasons into) {
        long[][] known = reasons;
        if (known == null) {
            known = new long[valueCodes.length][];
            reasons = known;
        }
        if (known[index] == null) {
            int start = into.size();
            long value = keep(index, valueCodes[index].explain(this, into));
            known[index] = into.since(start);
            return value;
        }
        into.addAll(known[index]);
        return value(index);
    }
}

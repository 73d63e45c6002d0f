package org.junheng.policy.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The facts and parameters that led to a result, in the order the expression names them. They are packed into numbers,
 * because a decision with its trace is made half a million times a second.
 */
final class Reasons {

    /**
     * A fact of the unit, or of a member of a relation; a whole relation if its members are not known.
     *
     * @param relation -1 for a fact of the unit
     * @param member the member; -1 for the whole relation
     * @param slot the fact; -1 for the whole relation
     */
    record Used(int relation, int member, int slot) {}

    private static final int SLOT_BITS = 16;
    private static final int MEMBER_BITS = 31;
    private static final long PARAMETER = Long.MIN_VALUE;

    private long[] used = new long[8];
    private int count;

    void fact(int slot) {
        add(pack(-1, -1, slot));
    }

    void memberFact(int relation, int member, int slot) {
        add(pack(relation, member, slot));
    }

    void relation(int relation) {
        add(pack(relation, -1, -1));
    }

    void parameter(int index) {
        add(PARAMETER | index);
    }

    private static long pack(int relation, int member, int slot) {
        return ((relation + 1L) << (MEMBER_BITS + SLOT_BITS)) | ((member + 1L) << SLOT_BITS) | (slot + 1L);
    }

    private void add(long one) {
        for (int i = 0; i < count; i++) {
            if (used[i] == one) {
                return;
            }
        }
        if (count == used.length) {
            used = Arrays.copyOf(used, 2 * count);
        }
        used[count++] = one;
    }

    /** The facts in order. */
    List<Used> facts() {
        List<Used> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (used[i] >= 0) {
                facts.add(unpack(used[i]));
            }
        }
        return facts;
    }

    private static Used unpack(long packed) {
        int relation = (int) (packed >> (MEMBER_BITS + SLOT_BITS)) - 1;
        int member = (int) (packed >> SLOT_BITS & ((1L << MEMBER_BITS) - 1)) - 1;
        return new Used(relation, member, (int) (packed & ((1L << SLOT_BITS) - 1)) - 1);
    }

    /** The indexes of the parameters in order. */
    List<Integer> parameters() {
        List<Integer> parameters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (used[i] < 0) {
                parameters.add((int) used[i]);
            }
        }
        return parameters;
    }

    /** How many facts and parameters there are. */
    int size() {
        return count;
    }
}

package org.junheng.policy.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The facts and parameters that led to a result, in the order the expression names them. They are packed into numbers,
 * because a decision with its trace is made half a million times a second; an expression adds what it looks at and
 * takes back what did not decide.
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

    private long[] used = new long[16];
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
        if (count == used.length) {
            used = Arrays.copyOf(used, 2 * count);
        }
        used[count++] = one;
    }

    /** How many have been added, the same one perhaps more than once. */
    int size() {
        return count;
    }

    /** A number that is the same for the same reasons. */
    int hash() {
        long hash = count;
        for (int i = 0; i < count; i++) {
            hash = (hash ^ used[i]) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /** Whether they are these. */
    boolean are(long[] others) {
        return Arrays.equals(used, 0, count, others, 0, others.length);
    }

    /** They as they are, for {@link #are}. */
    long[] copy() {
        return Arrays.copyOf(used, count);
    }

    /** Forgets all. */
    void clear() {
        count = 0;
    }

    /** Takes back those added from one point to another. */
    void cut(int from, int to) {
        System.arraycopy(used, to, used, from, count - to);
        count -= to - from;
    }

    /** Of what two operands added, from {@code start} and from {@code middle} on, only what decided. */
    void keep(int start, boolean left, int middle, boolean right) {
        if (!right) {
            count = middle;
        }
        if (!left) {
            cut(start, middle);
        }
    }

    /** The same of an operation that is unknown if an operand is: then only that operand decided. */
    void keepOfStrict(int start, long one, int middle, long other, long result) {
        if (result == Frame.UNKNOWN) {
            keep(start, one == Frame.UNKNOWN, middle, other == Frame.UNKNOWN);
        }
    }

    /** What was added since, each once; for {@link #addAll}. */
    long[] since(int start) {
        count = start + distinct(start);
        return Arrays.copyOfRange(used, start, count);
    }

    /** Adds what another time led to the same value. */
    void addAll(long[] others) {
        if (count + others.length > used.length) {
            used = Arrays.copyOf(used, 2 * (count + others.length));
        }
        System.arraycopy(others, 0, used, count, others.length);
        count += others.length;
    }

    /** Moves the different ones among those since a point to the front, in order; how many they are. */
    private int distinct(int start) {
        int end = start;
        for (int i = start; i < count; i++) {
            long one = used[i];
            int same = start;
            while (same < end && used[same] != one) {
                same++;
            }
            if (same == end) {
                used[end++] = one;
            }
        }
        return end - start;
    }

    /** The facts in order. */
    List<Used> facts() {
        count = distinct(0);
        List<Used> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (used[i] >= 0) {
                facts.add(unpack(used[i]));
            }
        }
        return facts;
    }

    /** The names of the facts in order. */
    List<String> names(Questions questions) {
        count = distinct(0);
        String[] found = new String[count - parameterCount()];
        int next = 0;
        for (int i = 0; i < count; i++) {
            if (used[i] >= 0) {
                found[next++] = questions
                        .of(relation(used[i]), member(used[i]), slot(used[i]))
                        .fact();
            }
        }
        return List.of(found);
    }

    /** The indexes of the parameters in order. */
    int[] parameters() {
        count = distinct(0);
        int[] parameters = new int[parameterCount()];
        int next = 0;
        for (int i = 0; i < count; i++) {
            if (used[i] < 0) {
                parameters[next++] = (int) used[i];
            }
        }
        return parameters;
    }

    private int parameterCount() {
        int parameters = 0;
        for (int i = 0; i < count; i++) {
            parameters += used[i] < 0 ? 1 : 0;
        }
        return parameters;
    }

    private static Used unpack(long packed) {
        return new Used(relation(packed), member(packed), slot(packed));
    }

    private static int relation(long packed) {
        return (int) (packed >> (MEMBER_BITS + SLOT_BITS)) - 1;
    }

    private static int member(long packed) {
        return (int) (packed >> SLOT_BITS & ((1L << MEMBER_BITS) - 1)) - 1;
    }

    private static int slot(long packed) {
        return (int) (packed & ((1L << SLOT_BITS) - 1)) - 1;
    }
}

package org.junheng.policy.internal.language;

import java.util.List;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Relation;
import org.junheng.policy.ValueType;

/** A checked expression, as both back ends see it: small, typed, without anything only one of them could do. */
public sealed interface Expr {

    /** Its type. */
    ValueType type();

    /** A constant. */
    record Literal(long value, ValueType type) implements Expr {}

    /**
     * A fact.
     *
     * @param element whether of the member a quantifier looks at, or else of the unit
     */
    record Fact(boolean element, int slot, FactDefinition definition) implements Expr {
        @Override
        public ValueType type() {
            return definition.type();
        }
    }

    /** Whether there is such a fact, for facts that may be absent. */
    record Has(Fact fact) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    /** A parameter in force. */
    record Parameter(int index, ValueType type) implements Expr {}

    /** A value the scheme has computed before. */
    record Value(int index, ValueType type) implements Expr {}

    /** Something that comes with the question. */
    record Given(What what) implements Expr {
        @Override
        public ValueType type() {
            return what == What.REGION ? ValueType.AREA : ValueType.DATE;
        }

        /**
         * What comes with the question: the day of filing, the period's first day and the day after it, the region, and
         * the day by which law had to be published (which scheme files cannot name; added and adopted rules use it).
         */
        public enum What {
            ON,
            PERIOD_START,
            PERIOD_END,
            REGION,
            KNOWN_AT
        }
    }

    /** Negation. */
    record Not(Expr operand) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    /** Conjunction after Kleene: false if either is false, else unknown if either is unknown. */
    record And(Expr left, Expr right) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    /** Disjunction after Kleene: true if either is true, else unknown if either is unknown. */
    record Or(Expr left, Expr right) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    /** A choice; unknown if the condition is unknown. */
    record If(Expr condition, Expr then, Expr otherwise) implements Expr {
        @Override
        public ValueType type() {
            return then.type();
        }
    }

    /** An operation; unknown if any operand is unknown. */
    record Call(Op op, List<Expr> operands, ValueType type) implements Expr {}

    /** A question to all members of a relation. */
    record Over(Quantifier quantifier, int slot, Relation relation, Expr body) implements Expr {
        @Override
        public ValueType type() {
            return quantifier == Quantifier.COUNT ? ValueType.INT : ValueType.BOOL;
        }
    }

    /**
     * How members are asked: EXISTS is true if any is true, else unknown if any is unknown; ALL dually; COUNT is
     * unknown if any is unknown.
     */
    enum Quantifier {
        EXISTS,
        ALL,
        COUNT
    }
}

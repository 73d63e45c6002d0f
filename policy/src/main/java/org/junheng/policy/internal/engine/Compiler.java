package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.NONE;
import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

import java.util.List;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Op;

/** The JVM back end: a checked expression as closures over numbers, three-valued after Kleene. */
final class Compiler {

    private Compiler() {}

    static Code compile(Expr expr) {
        return compile(expr, -1);
    }

    /** Compiles within a quantifier over the relation of that slot; -1 outside of any. */
    private static Code compile(Expr expr, int relation) {
        return switch (expr) {
            case Expr.Literal literal -> new Constant(literal.value());
            case Expr.Fact fact -> fact.element() ? new MemberFact(relation, fact.slot()) : new UnitFact(fact.slot());
            case Expr.Has(Expr.Fact fact) -> new Has(compile(fact, relation), fact.element(), fact.slot());
            case Expr.Parameter parameter -> new ParameterValue(parameter.index());
            case Expr.Value value -> new ComputedValue(value.index());
            case Expr.Given given -> new Given(given.what());
            case Expr.Not(Expr operand) -> new Not(compile(operand, relation));
            case Expr.And(Expr left, Expr right) -> new And(compile(left, relation), compile(right, relation));
            case Expr.Or(Expr left, Expr right) -> new Or(compile(left, relation), compile(right, relation));
            case Expr.If choice ->
                new If(
                        compile(choice.condition(), relation),
                        compile(choice.then(), relation),
                        compile(choice.otherwise(), relation));
            case Expr.Call call -> compileCall(call, relation);
            case Expr.Over over -> Quantified.of(over, compile(over.body(), over.slot()));
        };
    }

    private static Code compileCall(Expr.Call call, int relation) {
        List<Code> operands =
                call.operands().stream().map(each -> compile(each, relation)).toList();
        if (operands.size() == 1) {
            return new Unary(call.op(), operands.getFirst());
        }
        int accepted = Comparison.accepted(call.op());
        return accepted == 0
                ? new Binary(call.op(), operands.get(0), operands.get(1))
                : new Comparison(accepted, operands.get(0), operands.get(1));
    }

    private record Constant(long value) implements Code {
        @Override
        public long run(Frame frame) {
            return value;
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            return value;
        }
    }

    private record UnitFact(int slot) implements Code {
        @Override
        public long run(Frame frame) {
            long number = frame.facts[slot];
            return number == NONE ? UNKNOWN : number;
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            reasons.fact(slot);
            return run(frame);
        }
    }

    private record MemberFact(int relation, int slot) implements Code {
        @Override
        public long run(Frame frame) {
            long number = frame.member[slot];
            return number == NONE ? UNKNOWN : number;
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            reasons.memberFact(relation, frame.memberIndex, slot);
            return run(frame);
        }
    }

    private record Has(Code fact, boolean element, int slot) implements Code {
        @Override
        public long run(Frame frame) {
            long number = element ? frame.member[slot] : frame.facts[slot];
            if (number == UNKNOWN) {
                return UNKNOWN;
            }
            return number == NONE ? 0 : 1;
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            fact.explain(frame, reasons);
            return run(frame);
        }
    }

    private record ParameterValue(int index) implements Code {
        @Override
        public long run(Frame frame) {
            return frame.parameters[index];
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            long value = run(frame);
            if (value == UNKNOWN) {
                frame.regionCode.explain(frame, reasons);
            } else {
                reasons.parameter(index);
            }
            return value;
        }
    }

    private record ComputedValue(int index) implements Code {
        @Override
        public long run(Frame frame) {
            return frame.value(index);
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            return frame.explainValue(index, reasons);
        }
    }

    private record Given(Expr.Given.What what) implements Code {
        @Override
        public long run(Frame frame) {
            return switch (what) {
                case ON -> frame.on;
                case PERIOD_START -> frame.periodStart;
                case PERIOD_END -> frame.periodEnd;
                case REGION -> frame.region;
                case KNOWN_AT -> frame.knownAt;
            };
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            if (what == Expr.Given.What.REGION) {
                frame.regionCode.explain(frame, reasons);
            }
            return run(frame);
        }
    }

    private record Not(Code operand) implements Code {
        @Override
        public long run(Frame frame) {
            return negate(operand.run(frame));
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            return negate(operand.explain(frame, reasons));
        }

        private static long negate(long value) {
            return value == UNKNOWN ? UNKNOWN : 1 - value;
        }
    }

    private record And(Code left, Code right) implements Code {
        @Override
        public long run(Frame frame) {
            long one = left.run(frame);
            return one == 0 ? 0 : both(one, right.run(frame));
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            int start = reasons.size();
            long one = left.explain(frame, reasons);
            int middle = reasons.size();
            long other = right.explain(frame, reasons);
            long result = both(one, other);
            reasons.keep(start, one == result, middle, other == result);
            return result;
        }

        private static long both(long one, long other) {
            if (one == 0 || other == 0) {
                return 0;
            }
            return one == UNKNOWN ? UNKNOWN : other;
        }
    }

    private record Or(Code left, Code right) implements Code {
        @Override
        public long run(Frame frame) {
            long one = left.run(frame);
            return one == 1 ? 1 : either(one, right.run(frame));
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            int start = reasons.size();
            long one = left.explain(frame, reasons);
            int middle = reasons.size();
            long other = right.explain(frame, reasons);
            long result = either(one, other);
            reasons.keep(start, one == result, middle, other == result);
            return result;
        }

        private static long either(long one, long other) {
            if (one == 1 || other == 1) {
                return 1;
            }
            return one == UNKNOWN ? UNKNOWN : other;
        }
    }

    private record If(Code condition, Code then, Code otherwise) implements Code {
        @Override
        public long run(Frame frame) {
            long chosen = condition.run(frame);
            if (chosen == UNKNOWN) {
                return UNKNOWN;
            }
            return chosen == 1 ? then.run(frame) : otherwise.run(frame);
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            long chosen = condition.explain(frame, reasons);
            if (chosen == UNKNOWN) {
                return UNKNOWN;
            }
            return chosen == 1 ? then.explain(frame, reasons) : otherwise.explain(frame, reasons);
        }
    }

    private record Unary(Op op, Code operand) implements Code {
        @Override
        public long run(Frame frame) {
            return apply(operand.run(frame));
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            return apply(operand.explain(frame, reasons));
        }

        private long apply(long value) {
            return value == UNKNOWN ? UNKNOWN : op.apply(value, 0);
        }
    }

    private record Binary(Op op, Code left, Code right) implements Code {
        @Override
        public long run(Frame frame) {
            long one = left.run(frame);
            return one == UNKNOWN ? UNKNOWN : apply(one, right.run(frame));
        }

        @Override
        public long explain(Frame frame, Reasons reasons) {
            int start = reasons.size();
            long one = left.explain(frame, reasons);
            int middle = reasons.size();
            long other = right.explain(frame, reasons);
            long result = apply(one, other);
            reasons.keepOfStrict(start, one, middle, other, result);
            return result;
        }

        private long apply(long one, long other) {
            return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : op.apply(one, other);
        }
    }
}

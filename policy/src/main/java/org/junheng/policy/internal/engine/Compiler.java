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
        return operands.size() == 1
                ? new Unary(call.op(), operands.getFirst())
                : new Binary(call.op(), operands.get(0), operands.get(1));
    }

    private record Constant(long value) implements Code {
        @Override
        public long run(Frame frame) {
            return value;
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {}
    }

    private record UnitFact(int slot) implements Code {
        @Override
        public long run(Frame frame) {
            long number = frame.facts[slot];
            return number == NONE ? UNKNOWN : number;
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            reasons.fact(slot);
        }
    }

    private record MemberFact(int relation, int slot) implements Code {
        @Override
        public long run(Frame frame) {
            long number = frame.member[slot];
            return number == NONE ? UNKNOWN : number;
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            reasons.memberFact(relation, frame.memberIndex, slot);
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
        public void reasons(Frame frame, Reasons reasons) {
            fact.reasons(frame, reasons);
        }
    }

    private record ParameterValue(int index) implements Code {
        @Override
        public long run(Frame frame) {
            return frame.parameters[index];
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            if (run(frame) == UNKNOWN) {
                frame.regionCode.reasons(frame, reasons);
            } else {
                reasons.parameter(index);
            }
        }
    }

    private record ComputedValue(int index) implements Code {
        @Override
        public long run(Frame frame) {
            return frame.value(index);
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            frame.valueCode(index).reasons(frame, reasons);
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
        public void reasons(Frame frame, Reasons reasons) {
            if (what == Expr.Given.What.REGION) {
                frame.regionCode.reasons(frame, reasons);
            }
        }
    }

    private record Not(Code operand) implements Code {
        @Override
        public long run(Frame frame) {
            long value = operand.run(frame);
            return value == UNKNOWN ? UNKNOWN : 1 - value;
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            operand.reasons(frame, reasons);
        }
    }

    private record And(Code left, Code right) implements Code {
        @Override
        public long run(Frame frame) {
            long one = left.run(frame);
            if (one == 0) {
                return 0;
            }
            long other = right.run(frame);
            return other == 0 ? 0 : either(one, other);
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            both(left, right, run(frame), frame, reasons);
        }
    }

    private record Or(Code left, Code right) implements Code {
        @Override
        public long run(Frame frame) {
            long one = left.run(frame);
            if (one == 1) {
                return 1;
            }
            long other = right.run(frame);
            return other == 1 ? 1 : either(one, other);
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            both(left, right, run(frame), frame, reasons);
        }
    }

    private static long either(long one, long other) {
        return one == UNKNOWN ? UNKNOWN : other;
    }

    private static void both(Code left, Code right, long result, Frame frame, Reasons reasons) {
        if (left.run(frame) == result) {
            left.reasons(frame, reasons);
        }
        if (right.run(frame) == result) {
            right.reasons(frame, reasons);
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
        public void reasons(Frame frame, Reasons reasons) {
            condition.reasons(frame, reasons);
            long chosen = condition.run(frame);
            if (chosen != UNKNOWN) {
                (chosen == 1 ? then : otherwise).reasons(frame, reasons);
            }
        }
    }

    private record Unary(Op op, Code operand) implements Code {
        @Override
        public long run(Frame frame) {
            long value = operand.run(frame);
            return value == UNKNOWN ? UNKNOWN : op.apply(value, 0);
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            operand.reasons(frame, reasons);
        }
    }

    private record Binary(Op op, Code left, Code right) implements Code {
        @Override
        public long run(Frame frame) {
            long one = left.run(frame);
            if (one == UNKNOWN) {
                return UNKNOWN;
            }
            long other = right.run(frame);
            return other == UNKNOWN ? UNKNOWN : op.apply(one, other);
        }

        @Override
        public void reasons(Frame frame, Reasons reasons) {
            boolean unknown = run(frame) == UNKNOWN;
            if (!unknown || left.run(frame) == UNKNOWN) {
                left.reasons(frame, reasons);
            }
            if (!unknown || right.run(frame) == UNKNOWN) {
                right.reasons(frame, reasons);
            }
        }
    }
}

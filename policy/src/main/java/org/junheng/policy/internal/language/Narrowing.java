package org.junheng.policy.internal.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelSelect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Choices;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Relation;
import org.junheng.policy.ValueType;
import org.junheng.policy.ValueType.Kind;
import org.junheng.policy.internal.language.Expr.Quantifier;

/** Turns one checked CEL tree into an {@link Expr}, refusing whatever is not of this language. */
final class Narrowing {

    private final Scope scope;
    private final CelAbstractSyntaxTree tree;
    private final int valuesKnown;
    private @Nullable Member member;

    Narrowing(Scope scope, CelAbstractSyntaxTree tree, int valuesKnown) {
        this.scope = scope;
        this.tree = tree;
        this.valuesKnown = valuesKnown;
    }

    /** The member of a relation that a quantifier looks at. */
    private record Member(String name, Relation relation) {}

    Expr narrow(ValueType expected) {
        CelExpr root = tree.getExpr();
        Expr expr = isText(root) ? literalCode(root, expected.choices()) : visit(root, Guards.NONE);
        boolean same = expr.type().kind() == expected.kind()
                && (expected.kind() != Kind.CODE || expr.type().choices().equals(expected.choices()));
        if (!same) {
            throw Refusals.wrongResult(root.id(), expr.type(), expected);
        }
        return expr;
    }

    private Expr visit(CelExpr expr, Guards guards) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr);
            case IDENT -> name(expr, expr.ident().name());
            case SELECT -> select(expr, expr.select(), guards);
            case CALL -> call(expr, expr.call(), guards);
            case COMPREHENSION -> comprehension(expr, guards);
            case LIST, STRUCT, MAP, NOT_SET -> throw Refusals.unsupported(expr.id());
        };
    }

    private Expr constant(CelExpr expr) {
        CelConstant constant = expr.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> new Expr.Literal(constant.booleanValue() ? 1 : 0, ValueType.BOOL);
            case INT64_VALUE -> new Expr.Literal(constant.int64Value(), ValueType.INT);
            case STRING_VALUE -> throw Refusals.textAlone(expr.id(), constant.stringValue());
            case NOT_SET, NULL_VALUE, UINT64_VALUE, DOUBLE_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
                throw Refusals.literalKind(expr.id());
        };
    }

    private Expr name(CelExpr expr, String name) {
        if (name.equals(Scope.ON)) {
            return new Expr.Given(Expr.Given.What.ON);
        }
        if (name.equals(Scope.REGION)) {
            return new Expr.Given(Expr.Given.What.REGION);
        }
        int parameter = scope.parameterIndex(name);
        if (parameter >= 0) {
            return new Expr.Parameter(
                    parameter, scope.parameters().get(parameter).type());
        }
        int value = scope.valueIndex(name);
        if (value >= 0 && value < valuesKnown) {
            return new Expr.Value(value, scope.values().get(value).type());
        }
        if (value >= 0) {
            throw Refusals.notYetComputed(expr.id(), name);
        }
        throw Refusals.unsupported(expr.id());
    }

    private Expr select(CelExpr expr, CelSelect select, Guards guards) {
        if (!(select.operand().getKind() == CelExpr.ExprKind.Kind.IDENT)) {
            throw Refusals.unsupported(expr.id());
        }
        String record = select.operand().ident().name();
        if (record.equals(Scope.PERIOD) && !select.testOnly()) {
            boolean start = select.field().equals("start");
            return new Expr.Given(start ? Expr.Given.What.PERIOD_START : Expr.Given.What.PERIOD_END);
        }
        Expr.Fact fact = fact(expr, record, select.field());
        FactDefinition definition = fact.definition();
        if (select.testOnly()) {
            if (!definition.optional()) {
                throw Refusals.alwaysExists(expr.id(), definition.name());
            }
            return new Expr.Has(fact);
        }
        if (definition.optional() && !guards.prove(fact)) {
            throw Refusals.mayBeAbsent(expr.id(), record + "." + select.field());
        }
        return fact;
    }

    private Expr.Fact fact(CelExpr expr, String record, String field) {
        if (member != null && member.name().equals(record)) {
            int slot = member.relation().slotOf(field);
            return new Expr.Fact(true, slot, member.relation().facts().get(slot));
        }
        int slot = scope.unit().slotOf(record + "." + field);
        if (slot < 0) {
            throw Refusals.unsupported(expr.id());
        }
        return new Expr.Fact(false, slot, scope.unit().facts().get(slot));
    }

    private Expr call(CelExpr expr, CelCall call, Guards guards) {
        return switch (call.function()) {
            case "_&&_" -> {
                Expr left = visit(call.args().get(0), guards);
                yield new Expr.And(left, visit(call.args().get(1), guards.whenTrue(left)));
            }
            case "_||_" -> {
                Expr left = visit(call.args().get(0), guards);
                yield new Expr.Or(left, visit(call.args().get(1), guards.whenFalse(left)));
            }
            case "!_" -> new Expr.Not(visit(call.args().get(0), guards));
            case "_?_:_" -> choice(expr, call, guards);
            case "_==_" -> equality(expr, call, guards);
            case "_!=_" -> new Expr.Not(equality(expr, call, guards));
            case "@in" -> membership(expr, call, guards);
            case "date", "area", "yuan" -> Literals.read(expr.id(), call);
            case "size" -> count(expr, call, guards);
            default -> operation(expr, call, guards);
        };
    }

    private Expr choice(CelExpr expr, CelCall call, Guards guards) {
        Expr condition = visit(call.args().get(0), guards);
        Expr then = visit(call.args().get(1), guards.whenTrue(condition));
        Expr otherwise = visit(call.args().get(2), guards.whenFalse(condition));
        if (!then.type().equals(otherwise.type())) {
            throw Refusals.differentLists(expr.id());
        }
        return new Expr.If(condition, then, otherwise);
    }

    private Expr operation(CelExpr expr, CelCall call, Guards guards) {
        List<Expr> operands = new ArrayList<>();
        call.args().forEach(argument -> operands.add(visit(argument, guards)));
        Signature signature = Optional.ofNullable(tree.getReferenceMap().get(expr.id()))
                .filter(reference -> reference.overloadIds().size() == 1)
                .map(reference ->
                        Signature.BY_OVERLOAD.get(reference.overloadIds().getFirst()))
                .orElseThrow(() -> Refusals.unsupportedOperation(expr.id(), call.function()));
        boolean rounds = signature.op() == Op.ROUND_HALF_UP || signature.op() == Op.ROUND_DOWN;
        if (rounds && !(operands.get(1) instanceof Expr.Literal(long divisor, ValueType _) && divisor > 0)) {
            throw Refusals.divisor(call.args().get(1).id());
        }
        return new Expr.Call(signature.op(), operands, signature.result());
    }

    private Expr equality(CelExpr expr, CelCall call, Guards guards) {
        return equal(expr.id(), call.args().get(0), call.args().get(1), guards);
    }

    private Expr equal(long id, CelExpr left, CelExpr right, Guards guards) {
        if (isText(left) && !isText(right)) {
            return equal(id, right, left, guards);
        }
        Expr subject = visit(left, guards);
        Expr object = isText(right) ? literalCode(right, subject.type().choices()) : visit(right, guards);
        if (!subject.type().equals(object.type())) {
            throw Refusals.differentLists(id);
        }
        return new Expr.Call(Op.EQUAL, List.of(subject, object), ValueType.BOOL);
    }

    private Expr membership(CelExpr expr, CelCall call, Guards guards) {
        CelExpr list = call.args().get(1);
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST
                || list.list().elements().isEmpty()) {
            throw Refusals.listExpected(list.id());
        }
        return list.list().elements().stream()
                .map(element -> equal(expr.id(), call.args().get(0), element, guards))
                .reduce(Expr.Or::new)
                .orElseThrow();
    }

    private Expr count(CelExpr expr, CelCall call, Guards guards) {
        CelExpr list = call.target().orElseGet(() -> call.args().getFirst());
        if (list.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
            return quantified(list, Map.of("filter", Quantifier.COUNT), guards);
        }
        if (list.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return over(list, Quantifier.COUNT, new Expr.Literal(1, ValueType.BOOL));
        }
        throw Refusals.unsupported(expr.id());
    }

    private Expr comprehension(CelExpr expr, Guards guards) {
        return quantified(expr, Map.of("exists", Quantifier.EXISTS, "all", Quantifier.ALL), guards);
    }

    private Expr quantified(CelExpr expr, Map<String, Quantifier> allowed, Guards guards) {
        CelExpr asWritten = tree.getSource().getMacroCalls().get(expr.id());
        CelCall call = asWritten == null ? null : asWritten.call();
        if (call == null || !allowed.containsKey(call.function()) || member != null) {
            throw Refusals.listUse(expr.id());
        }
        CelExpr list = call.target().orElseThrow();
        Relation relation = relation(list);
        member = new Member(call.args().get(0).ident().name(), relation);
        // The body is taken from the expanded tree, where nested macros such as has(…) stand complete.
        Expr body = visit(Comprehensions.body(expr.comprehension(), call.function()), guards);
        member = null;
        return over(list, allowed.get(call.function()), body);
    }

    private Expr over(CelExpr list, Quantifier quantifier, Expr body) {
        Relation relation = relation(list);
        int slot = scope.unit().relationOf(relation.name());
        return new Expr.Over(quantifier, slot, relation, body);
    }

    private Relation relation(CelExpr list) {
        if (list.getKind() == CelExpr.ExprKind.Kind.SELECT
                && list.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            String name =
                    list.select().operand().ident().name() + "." + list.select().field();
            int slot = scope.unit().relationOf(name);
            if (slot >= 0) {
                return scope.unit().relations().get(slot);
            }
        }
        throw Refusals.unsupported(list.id());
    }

    private static boolean isText(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static Expr literalCode(CelExpr expr, Choices choices) {
        String code = expr.constant().stringValue();
        if (choices.indexOf(code) < 0) {
            throw Refusals.noSuchCode(expr.id(), choices, code);
        }
        return new Expr.Literal(choices.indexOf(code), ValueType.code(choices));
    }
}

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
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.ValueType.Kind;
import org.junheng.policy.internal.language.Expr.Quantifier;
import org.junheng.policy.internal.source.Nearest;

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
            throw new Refused(
                    root.id(),
                    Text.format("结果是%s，应为%s。", "The result is of type %s, expected is %s.", name(expr), name(expected)),
                    new Text("请检查表达式，或改正声明的类型。", "Check the expression, or put the declared type right."));
        }
        return expr;
    }

    private static String name(Expr expr) {
        return name(expr.type());
    }

    private static String name(ValueType type) {
        return type.toString();
    }

    private Expr visit(CelExpr expr, Guards guards) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr);
            case IDENT -> name(expr, expr.ident().name());
            case SELECT -> select(expr, expr.select(), guards);
            case CALL -> call(expr, expr.call(), guards);
            case COMPREHENSION -> comprehension(expr, guards);
            case LIST, STRUCT, MAP, NOT_SET -> throw unsupported(expr.id());
        };
    }

    private Expr constant(CelExpr expr) {
        CelConstant constant = expr.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> new Expr.Literal(constant.booleanValue() ? 1 : 0, ValueType.BOOL);
            case INT64_VALUE -> new Expr.Literal(constant.int64Value(), ValueType.INT);
            case STRING_VALUE ->
                throw new Refused(
                        expr.id(),
                        Text.format("文字“%s”在此没有意义。", "The text '%s' means nothing here.", constant.stringValue()),
                        new Text(
                                "文字只能与有代码表的事实用 ==、!= 或 in 比较。",
                                "A text can only be compared, by ==, != or in, with a"
                                        + " fact that has a code list."));
            case NOT_SET, NULL_VALUE, UINT64_VALUE, DOUBLE_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
                throw new Refused(
                        expr.id(),
                        new Text("只能使用整数、true/false 和文字。", "Only whole numbers, true, false and texts can be used."),
                        new Text(
                                "金额写 yuan(300)，日期写 date(\"2025-01-31\")，比例用 roundHalfUp(分子, 分母)。",
                                "Write money as yuan(300), dates as date(\"2025-01-31\"), shares as"
                                        + " roundHalfUp(numerator, denominator)."));
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
            throw new Refused(
                    expr.id(),
                    Text.format("“%s”在此还没有算出。", "'%s' is not computed yet at this point.", name),
                    new Text("一个值只能用排在它前面的值。", "A value can only use those listed before it."));
        }
        throw unsupported(expr.id());
    }

    private Expr select(CelExpr expr, CelSelect select, Guards guards) {
        if (!(select.operand().getKind() == CelExpr.ExprKind.Kind.IDENT)) {
            throw unsupported(expr.id());
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
                throw new Refused(
                        expr.id(),
                        Text.format(
                                "“%s”总是存在的，只可能未知。", "'%s' always exists; it can only be unknown.", definition.name()),
                        new Text(
                                "has(…) 只用于词表中 absent: none 的事实。",
                                "has(…) is for facts with 'absent: none' in the" + " vocabulary."));
            }
            return new Expr.Has(fact);
        }
        if (definition.optional() && !guards.prove(fact)) {
            String full = record + "." + select.field();
            throw new Refused(
                    expr.id(),
                    Text.format("“%s”可能没有。", "There may be no '%s'.", full),
                    Text.format("请在它之前先问 has(%s)。", "Ask has(%s) before it.", full));
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
            throw unsupported(expr.id());
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
            throw differentLists(expr.id());
        }
        return new Expr.If(condition, then, otherwise);
    }

    private Expr operation(CelExpr expr, CelCall call, Guards guards) {
        Signature signature = Optional.ofNullable(tree.getReferenceMap().get(expr.id()))
                .filter(reference -> reference.overloadIds().size() == 1)
                .map(reference ->
                        Signature.BY_OVERLOAD.get(reference.overloadIds().getFirst()))
                .orElseThrow(() -> unsupportedOperation(expr.id(), call.function()));
        List<Expr> operands = new ArrayList<>();
        call.args().forEach(argument -> operands.add(visit(argument, guards)));
        boolean rounds = signature.op() == Op.ROUND_HALF_UP || signature.op() == Op.ROUND_DOWN;
        if (rounds && !(operands.get(1) instanceof Expr.Literal(long divisor, ValueType _) && divisor > 0)) {
            throw new Refused(
                    call.args().get(1).id(),
                    new Text("除数必须是写明的正整数。", "The divisor must be a positive whole number as written."),
                    new Text("例如 roundHalfUp(annual * months, 12)。", "As in roundHalfUp(annual * months, 12)."));
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
            throw differentLists(id);
        }
        return new Expr.Call(Op.EQUAL, List.of(subject, object), ValueType.BOOL);
    }

    private Expr membership(CelExpr expr, CelCall call, Guards guards) {
        CelExpr list = call.args().get(1);
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST
                || list.list().elements().isEmpty()) {
            throw new Refused(
                    list.id(),
                    new Text("in 的右边应为写明的列表。", "A list as written is expected right of 'in'."),
                    new Text("例如 kind in [\"rural\", \"urban\"]。", "As in kind in [\"rural\", \"urban\"]."));
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
        throw unsupported(expr.id());
    }

    private Expr comprehension(CelExpr expr, Guards guards) {
        return quantified(expr, Map.of("exists", Quantifier.EXISTS, "all", Quantifier.ALL), guards);
    }

    private Expr quantified(CelExpr expr, Map<String, Quantifier> allowed, Guards guards) {
        CelExpr asWritten = tree.getSource().getMacroCalls().get(expr.id());
        CelCall call = asWritten == null ? null : asWritten.call();
        if (call == null || !allowed.containsKey(call.function()) || member != null) {
            throw new Refused(
                    expr.id(),
                    new Text("列表不能这样用。", "Lists cannot be used like this."),
                    new Text(
                            "可用 exists、all、filter(…).size()，且不能一层套一层。",
                            "Use exists, all or filter(…).size(), and not one inside the other."));
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
        throw unsupported(list.id());
    }

    private static boolean isText(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static Expr literalCode(CelExpr expr, Choices choices) {
        String code = expr.constant().stringValue();
        if (choices.indexOf(code) < 0) {
            throw new Refused(
                    expr.id(),
                    Text.format("代码表“%s”中没有“%s”。", "The code list '%s' has no '%s'.", choices.id(), code),
                    Nearest.advice(code, choices.codes()));
        }
        return new Expr.Literal(choices.indexOf(code), ValueType.code(choices));
    }

    private static Refused differentLists(long id) {
        return new Refused(
                id,
                new Text("两边不是同一种代码。", "The two sides are not of the same code list."),
                new Text("只能比较同一代码表的值。", "Only values of one code list can be compared."));
    }

    private static Refused unsupported(long id) {
        return new Refused(
                id,
                new Text("此处不能这样写。", "This cannot be written here."),
                new Text("请只用词表中的事实、参数、值和函数。", "Use facts of the vocabulary, parameters, values and functions."));
    }

    private static Refused unsupportedOperation(long id, String function) {
        String shown = function.replace("_", "");
        Text advice = shown.equals("/") || shown.equals("%")
                ? new Text("请用 roundHalfUp(a, b) 或 roundDown(a, b)。", "Use roundHalfUp(a, b) or roundDown(a, b).")
                : new Text("请只用参考文档列出的函数。", "Use only the functions the reference lists.");
        return new Refused(id, Text.format("不能使用“%s”。", "'%s' cannot be used.", shown), advice);
    }
}

package org.junheng.policy.internal.language;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;

/** The constants {@code date("2025-01-31")}, {@code area("330329")} and {@code yuan(300)}. */
final class Literals {

    private Literals() {}

    static Expr.Literal read(long id, CelCall call) {
        CelExpr argument = call.args().getFirst();
        if (argument.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            throw new Refused(
                    argument.id(),
                    Text.format("%s(…) 中应为写明的值。", "%s(…) takes a value as written.", call.function()),
                    new Text("例如 date(\"2025-01-31\")。", "As in date(\"2025-01-31\")."));
        }
        CelConstant constant = argument.constant();
        try {
            return switch (call.function()) {
                case "date" -> literal(ValueType.DATE, LocalDate.parse(constant.stringValue()));
                case "area" -> literal(ValueType.AREA, AreaCode.of(constant.stringValue()));
                default -> literal(ValueType.MONEY, Money.ofYuan(constant.int64Value()));
            };
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            throw new Refused(
                    id,
                    Text.format("%s(…) 中的值不对。", "The value in %s(…) is wrong.", call.function()),
                    new Text(
                            "日期写成 2025-01-31，区划代码写 2、4、6、9 或 12 位数字。",
                            "Write a date as 2025-01-31, an area code with 2, 4, 6, 9 or 12 digits."));
        }
    }

    private static Expr.Literal literal(ValueType type, Object value) {
        return new Expr.Literal(type.encode(value), type);
    }
}

package org.junheng.policy.internal.language;

import org.junheng.policy.Choices;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.source.Nearest;

/** What CEL allows and this language refuses, with advice. */
final class Refusals {

    private Refusals() {}

    static Refused wrongResult(long id, ValueType actual, ValueType expected) {
        return new Refused(
                id,
                Text.format("结果是%s，应为%s。", "The result is of type %s, expected is %s.", actual, expected),
                new Text("请检查表达式，或改正声明的类型。", "Check the expression, or put the declared type right."));
    }

    static Refused textAlone(long id, String text) {
        return new Refused(
                id,
                Text.format("文字“%s”在此没有意义。", "The text '%s' means nothing here.", text),
                new Text(
                        "文字只能与有代码表的事实用 ==、!= 或 in 比较。",
                        "A text can only be compared, by ==, != or in, with a fact that has a code list."));
    }

    static Refused literalKind(long id) {
        return new Refused(
                id,
                new Text("只能使用整数、true/false 和文字。", "Only whole numbers, true, false and texts can be used."),
                new Text(
                        "金额写 yuan(300)，日期写 date(\"2025-01-31\")，比例用 roundHalfUp(分子, 分母)。",
                        "Write money as yuan(300), dates as date(\"2025-01-31\"), shares as roundHalfUp(numerator,"
                                + " denominator)."));
    }

    static Refused notYetComputed(long id, String value) {
        return new Refused(
                id,
                Text.format("“%s”在此还没有算出。", "'%s' is not computed yet at this point.", value),
                new Text("一个值只能用排在它前面的值。", "A value can only use those listed before it."));
    }

    static Refused alwaysExists(long id, String fact) {
        return new Refused(
                id,
                Text.format("“%s”总是存在的，只可能未知。", "'%s' always exists; it can only be unknown.", fact),
                new Text(
                        "has(…) 只用于词表中 absent: none 的事实。",
                        "has(…) is for facts with 'absent: none' in the vocabulary."));
    }

    static Refused mayBeAbsent(long id, String fact) {
        return new Refused(
                id,
                Text.format("“%s”可能没有。", "There may be no '%s'.", fact),
                Text.format("请在它之前先问 has(%s)。", "Ask has(%s) before it.", fact));
    }

    static Refused divisor(long id) {
        return new Refused(
                id,
                new Text("除数必须是写明的正整数。", "The divisor must be a positive whole number as written."),
                new Text("例如 roundHalfUp(annual * months, 12)。", "As in roundHalfUp(annual * months, 12)."));
    }

    static Refused listExpected(long id) {
        return new Refused(
                id,
                new Text("in 的右边应为写明的列表。", "A list as written is expected right of 'in'."),
                new Text("例如 kind in [\"rural\", \"urban\"]。", "As in kind in [\"rural\", \"urban\"]."));
    }

    static Refused listUse(long id) {
        return new Refused(
                id,
                new Text("列表不能这样用。", "Lists cannot be used like this."),
                new Text(
                        "可用 exists、all、filter(…).size()，且不能一层套一层。",
                        "Use exists, all or filter(…).size(), and not one inside the other."));
    }

    static Refused noSuchCode(long id, Choices choices, String code) {
        return new Refused(
                id,
                Text.format("代码表“%s”中没有“%s”。", "The code list '%s' has no '%s'.", choices.id(), code),
                Nearest.advice(code, choices.codes()));
    }

    static Refused differentLists(long id) {
        return new Refused(
                id,
                new Text("两边不是同一种代码。", "The two sides are not of the same code list."),
                new Text("只能比较同一代码表的值。", "Only values of one code list can be compared."));
    }

    static Refused unsupported(long id) {
        return new Refused(
                id,
                new Text("此处不能这样写。", "This cannot be written here."),
                new Text("请只用词表中的事实、参数、值和函数。", "Use facts of the vocabulary, parameters, values and functions."));
    }

    static Refused unsupportedOperation(long id, String function) {
        String shown = function.replace("_", "");
        Text advice = shown.equals("/") || shown.equals("%")
                ? new Text("请用 roundHalfUp(a, b) 或 roundDown(a, b)。", "Use roundHalfUp(a, b) or roundDown(a, b).")
                : new Text("请只用参考文档列出的函数。", "Use only the functions the reference lists.");
        return new Refused(id, Text.format("不能使用“%s”。", "'%s' cannot be used.", shown), advice);
    }
}

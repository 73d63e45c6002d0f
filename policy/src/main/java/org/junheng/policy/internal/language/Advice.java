package org.junheng.policy.internal.language;

import dev.cel.common.CelIssue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junheng.policy.Text;
import org.junheng.policy.internal.source.Nearest;

/**
 * A fault of an expression in a policy officer's words.
 *
 * @param what what is wrong
 * @param advice what to do
 */
record Advice(Text what, Text advice) {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\(?([^']*?)\\)?'.*", Pattern.DOTALL);
    private static final Pattern INPUT =
            Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);
    private static final Text CHECK_SYNTAX = new Text("请检查括号、引号和运算符。", "Check brackets, quotes and operators.");
    private static final Map<String, String> OPERATORS =
            Map.of("_&&_", "&&", "_||_", "||", "!_", "!", "_?_:_", "? :", "-_", "-", "@in", "in", "_[_]", "[ ]");

    /** Says what dev.cel found. */
    static Advice on(CelIssue issue, Scope scope) {
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return unknownName(undeclared.group(1), scope.names());
        }
        Matcher field = FIELD.matcher(message);
        if (field.matches()) {
            return unknownName(field.group(1), scope.fields());
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return wrongTypes(overload.group(1), overload.group(2));
        }
        Matcher input = INPUT.matcher(message);
        if (input.matches()) {
            return wrongInput(input.group(1));
        }
        return new Advice(Text.format("表达式读不懂：%s。", "The expression cannot be read: %s.", message), CHECK_SYNTAX);
    }

    private static Advice wrongInput(String input) {
        return input.equals("<EOF>")
                ? new Advice(new Text("表达式不完整。", "The expression is not complete."), CHECK_SYNTAX)
                : new Advice(Text.format("“%s”不该在此处。", "'%s' should not stand here.", input), CHECK_SYNTAX);
    }

    private static Advice unknownName(String name, List<String> known) {
        if (name.equals("map") || name.equals("exists_one") || name.equals("size")) {
            return new Advice(
                    Text.format("不能使用“%s”。", "'%s' cannot be used.", name),
                    new Text("对列表只能用 exists、all、filter(…).size()。", "Lists know exists, all and filter(…).size()."));
        }
        return new Advice(
                Text.format("词表和本办法中都没有“%s”。", "Neither the vocabulary nor this scheme knows '%s'.", name),
                Nearest.advice(name, known));
    }

    private static Advice wrongTypes(String function, String types) {
        String shown =
                OPERATORS.getOrDefault(function, function.replace("_", "").replace("@", ""));
        return new Advice(
                Text.format("“%s”不能用于（%s）。", "'%s' cannot be applied to (%s).", shown, types),
                allowed(function)
                        .map(list -> Text.format("它可用于：%s。", "It takes: %s.", list))
                        .orElse(new Text("请核对两边的类型是否一致。", "Check that the types agree.")));
    }

    private static Optional<String> allowed(String function) {
        TreeSet<String> lists = Arrays.asList(Signature.STANDARD, Signature.ADDED).stream()
                .flatMap(List::stream)
                .filter(signature -> signature.name().equals(function))
                .map(signature -> signature.arguments().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.toCollection(TreeSet::new));
        return lists.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", lists));
    }
}

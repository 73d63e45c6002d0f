package org.junheng.policy.internal.file;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.source.YamlNode;

/**
 * Values as written in YAML: {@code true}, {@code 60}, {@code 3600.00} (yuan), {@code 2025-01-31}, {@code "330329"}, a
 * code.
 */
public final class ValueReader {

    private ValueReader() {}

    /** The value of that type; nothing and a fault if it is not one. */
    public static Optional<Object> read(YamlNode node, ValueType type) {
        String text = node.text();
        try {
            Object value = parse(text, type);
            type.encode(value);
            return Optional.of(value);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException wrong) {
            node.fault(
                    Text.format("“%s”不是%s。", "'%s' is not of the type %s.", text, type),
                    new Text(
                            "请写成：" + example(type).zh(),
                            "Write it as " + example(type).en()));
            return Optional.empty();
        }
    }

    private static Object parse(String text, ValueType type) {
        return switch (type.kind()) {
            case BOOL -> truth(text);
            case INT -> Long.parseLong(text);
            case MONEY -> Money.ofFen(new BigDecimal(text).movePointRight(2).longValueExact());
            case DATE -> LocalDate.parse(text);
            case AREA -> AreaCode.of(text);
            case CODE -> text;
        };
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Text example(ValueType type) {
        return switch (type.kind()) {
            case BOOL -> new Text("true 或 false。", "true or false.");
            case INT -> new Text("60。", "60.");
            case MONEY -> new Text("3600 或 3600.50（元）。", "3600 or 3600.50 (yuan).");
            case DATE -> new Text("2025-01-31。", "2025-01-31.");
            case AREA -> new Text("\"330329\"。", "\"330329\".");
            case CODE -> {
                String codes = String.join(", ", type.choices().codes());
                yield new Text(codes + " 之一。", "one of " + codes + ".");
            }
        };
    }
}

package org.junheng.policy;

import java.time.LocalDate;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;

/**
 * The type of a fact, parameter or value. Whatever the type, the engines compute on one {@code long}: truth as 0 or 1,
 * money in fen, a date as the number yyyymmdd, an area as its twelve digits, a code as its position in its list.
 *
 * @param kind which of the six types
 * @param choices the codes, for {@link Kind#CODE}
 */
public record ValueType(Kind kind, Choices choices) {

    /** The types a scheme can speak of. */
    public enum Kind {
        BOOL("bool", new Text("是/否", "yes or no")),
        INT("int", new Text("整数", "whole number")),
        MONEY("money", new Text("金额", "money")),
        DATE("date", new Text("日期", "date")),
        AREA("area", new Text("行政区划", "area")),
        CODE("code", new Text("代码", "code"));

        private final String word;
        private final Text label;

        Kind(String word, Text label) {
            this.word = word;
            this.label = label;
        }

        /** As written in scheme files. */
        public String word() {
            return word;
        }

        public Text label() {
            return label;
        }
    }

    public static final ValueType BOOL = new ValueType(Kind.BOOL, Choices.NONE);
    public static final ValueType INT = new ValueType(Kind.INT, Choices.NONE);
    public static final ValueType MONEY = new ValueType(Kind.MONEY, Choices.NONE);
    public static final ValueType DATE = new ValueType(Kind.DATE, Choices.NONE);
    public static final ValueType AREA = new ValueType(Kind.AREA, Choices.NONE);

    public static ValueType code(Choices choices) {
        return new ValueType(Kind.CODE, choices);
    }

    /**
     * The number the engines compute on.
     *
     * @throws IllegalArgumentException if the value is not of this type
     */
    public long encode(Object value) {
        return switch (value) {
            case Boolean truth when kind == Kind.BOOL -> truth ? 1 : 0;
            case Integer number when kind == Kind.INT -> number;
            case Long number when kind == Kind.INT -> number;
            case Money money when kind == Kind.MONEY -> money.fen();
            case LocalDate date when kind == Kind.DATE -> pack(date);
            case AreaCode area when kind == Kind.AREA -> area.value();
            case String code when kind == Kind.CODE && choices.indexOf(code) >= 0 -> choices.indexOf(code);
            default ->
                throw new IllegalArgumentException("'%s' (%s) is not of the type %s."
                        .formatted(value, value.getClass().getSimpleName(), this));
        };
    }

    /** The value a number of the engines stands for. */
    public Object decode(long number) {
        return switch (kind) {
            case BOOL -> number != 0;
            case INT -> number;
            case MONEY -> Money.ofFen(number);
            case DATE -> unpack(number);
            case AREA -> new AreaCode(number);
            case CODE -> choices.codes().get(Math.toIntExact(number));
        };
    }

    /** The value as people read it. */
    public Text show(long number) {
        return switch (kind) {
            case BOOL -> number != 0 ? new Text("是", "yes") : new Text("否", "no");
            case INT -> new Text(Long.toString(number), Long.toString(number));
            case MONEY -> same("¥" + Money.ofFen(number));
            case DATE -> showDate(unpack(number));
            case AREA -> same(new AreaCode(number).shortText());
            case CODE -> choices.options().get(Math.toIntExact(number)).label();
        };
    }

    /** The number yyyymmdd. */
    public static long pack(LocalDate date) {
        return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    }

    /** The date of a number yyyymmdd. */
    public static LocalDate unpack(long number) {
        return LocalDate.of((int) (number / 10_000), (int) (number / 100 % 100), (int) (number % 100));
    }

    private static Text showDate(LocalDate date) {
        String zh = "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        return new Text(zh, date.toString());
    }

    private static Text same(String text) {
        return new Text(text, text);
    }

    /** As in scheme files: {@code date}, or the name of the code list. */
    @Override
    public String toString() {
        return kind == Kind.CODE ? choices.id() : kind.word();
    }
}

package org.junheng.monitoring.internal;

import java.util.Locale;
import org.junheng.web.Format;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** Writes figures with what they are about: no number leaves this module without its base and time. */
@Component
class Wording {

    private final Format format;

    Wording(Format format) {
        this.format = format;
    }

    /** Base and time of a year's figures: 户籍人口，2025年; of the present year 户籍人口，2026年1月1日至11月24日. */
    String about(Scope scope) {
        return scope.isPresentYear()
                ? text(
                        "monitoring.about.so-far",
                        scope.base(),
                        Integer.toString(scope.year()),
                        scope.end().getMonthValue(),
                        scope.end().getDayOfMonth(),
                        scope.end())
                : text("monitoring.about.year", scope.base(), Integer.toString(scope.year()));
    }

    /** Base and day of a population: 户籍人口，2025年12月31日. */
    String onDay(Scope scope, java.time.LocalDate day) {
        return text("monitoring.about.day", scope.base(), day);
    }

    /** The value alone, or a dash. */
    String value(Figure figure, int decimals) {
        return switch (figure) {
            case Figure.Known known -> decimal(known.value(), decimals);
            case Figure.Estimated estimated -> decimal(estimated.value(), decimals);
            case Figure.Refused refused -> "—";
        };
    }

    /** A ratio with its interval in few words: 108.3（95–123）, or that there are too few. */
    String ratio(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> decimal(known.value(), 1);
            case Figure.Estimated estimated ->
                text(
                        "monitoring.ratio",
                        decimal(estimated.value(), 1),
                        decimal(estimated.low(), 0),
                        decimal(estimated.high(), 0));
            case Figure.Refused refused -> text("monitoring.too-few");
        };
    }

    /** The interval, or why there is no value; empty where neither is called for. */
    String remark(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> "";
            case Figure.Estimated estimated ->
                text("monitoring.interval", decimal(estimated.low(), 1), decimal(estimated.high(), 1));
            case Figure.Refused refused -> format.text(refused.reason());
        };
    }

    String shown(SmallNumbers.Shown shown) {
        return switch (shown) {
            case SmallNumbers.Shown.Exact exact -> format.number(exact.count());
            case SmallNumbers.Shown.Few few -> "<3";
            case SmallNumbers.Shown.Withheld withheld -> text("monitoring.withheld");
        };
    }

    /** A change with its sign: +4.2%; a dash where there was nothing before. */
    String change(long now, long before) {
        var percent = format.percent(now - before, before);
        return now > before && before > 0 ? "+" + percent : percent;
    }

    String number(long number) {
        return format.number(number);
    }

    String percent(long part, long whole) {
        return format.percent(part, whole);
    }

    String text(String key, Object... values) {
        return format.text(Text.of(key, values));
    }

    static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}

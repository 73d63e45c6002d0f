package org.junheng.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.Coded;
import org.junheng.kernel.Money;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes values for the reader of the present page, in the reader's language: {@code ${#format.date(person.bornOn)}}.
 */
@Component
public class Format {

    private static final String NOTHING = "—";

    /** The code of a place in a sentence: digits that are neither part of a number nor money. */
    public static final Pattern PLACE = Pattern.compile("(?<![\\d.,¥-])[1-8]\\d{5}(?:\\d{3}){0,2}(?![\\d.,-])");

    private final MessageSource texts;
    private final AreaTree areas;

    Format(MessageSource texts, AreaTree areas) {
        this.texts = texts;
        this.areas = areas;
    }

    /** Any value of the platform: texts, dates, money, areas, code-list values; a dash for nothing. */
    public String any(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Optional<?> maybe -> any(maybe.orElse(null));
            case Text text -> text(text);
            case Money money -> yuan(money);
            case Coded coded -> coded.label(locale());
            case AreaCode code -> area(code);
            case Instant instant -> moment(instant);
            case YearMonth month -> month(month);
            case LocalDate day -> date(day);
            case Boolean yes -> texts.getMessage(yes ? "web.yes" : "web.no", null, locale());
            case Integer number -> number(number);
            case Long number -> number(number);
            default -> value.toString();
        };
    }

    /** A text of the catalogue with its values written out. */
    public String text(Text text) {
        return texts.getMessage(
                text.key(), text.values().stream().map(this::any).toArray(), locale());
    }

    /** 2025年1月31日, or 31 Jan 2025. */
    public String date(@Nullable LocalDate day) {
        return day == null ? NOTHING : written(day, "yyyy年M月d日", "d MMM yyyy");
    }

    /** 2025年1月, or Jan 2025. */
    public String month(YearMonth month) {
        return written(month, "yyyy年M月", "MMM yyyy");
    }

    /** 2025年1月31日 09:30, or 31 Jan 2025 09:30, in the time of the administration. */
    public String moment(Instant instant) {
        var local = LocalDateTime.ofInstant(instant, AdministrativeTime.ZONE);
        return written(local, "yyyy年M月d日 HH:mm", "d MMM yyyy HH:mm");
    }

    /** ¥3,600.00. */
    public String yuan(Money money) {
        return money.format(locale());
    }

    /** 365,300. */
    public String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** A share to one decimal, halves up: 24.3%. A dash where the whole is nothing. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        long tenths = Math.floorDiv(part * 2000 + whole, whole * 2);
        return "%s%d.%d%%".formatted(tenths < 0 ? "-" : "", Math.abs(tenths / 10), Math.abs(tenths % 10));
    }

    /** The name of an area alone; its code where the list does not have it. */
    public String area(@Nullable AreaCode code) {
        return code == null ? NOTHING : areas.find(code).map(this::name).orElseGet(code::shortText);
    }

    /** A sentence in which places stand by their codes, as the policy writes it, with their names instead. */
    public String placesNamed(String sentence) {
        return PLACE.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(area(AreaCode.of(found.group()))));
    }

    /** The name with all above it: 浙江省温州市泰顺县. */
    public String areaInFull(AreaCode code) {
        return areas.find(code).isPresent() ? areas.fullName(code, locale()) : code.shortText();
    }

    /** Completed years of life on a day; for the first two years months, and days within the first month. */
    public String age(LocalDate bornOn, LocalDate on) {
        var age = Period.between(bornOn, on);
        if (age.getYears() >= 2) {
            return counted("web.age.years", age.getYears());
        }
        return age.toTotalMonths() >= 1
                ? counted("web.age.months", age.toTotalMonths())
                : counted("web.age.days", age.getDays());
    }

    /** A text whose words depend on a number. */
    private String counted(String key, long number) {
        return texts.getMessage(key, new Object[] {number}, locale());
    }

    private String name(Area area) {
        return area.name(locale());
    }

    private static String written(TemporalAccessor value, String chinese, String english) {
        boolean zh = locale().getLanguage().equals("zh");
        return DateTimeFormatter.ofPattern(zh ? chinese : english, zh ? Locale.SIMPLIFIED_CHINESE : Locale.UK)
                .format(value);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}

package org.junheng.projection.internal;

import java.util.List;
import java.util.Locale;
import org.junheng.kernel.AreaCode;
import org.junheng.projection.internal.JdbcProjections.Place;
import org.junheng.web.Format;
import org.junheng.web.Text;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How areas, things counted and their units are written. */
@Component
class Words {

    private static final long TEN_THOUSAND = 10_000;
    private static final long LARGE = 100_000;
    private static final int OPEN = 100;

    private final Format format;

    Words(Format format) {
        this.format = format;
    }

    String text(String key, Object... values) {
        return format.text(Text.of("projection." + key, values));
    }

    String place(Place place) {
        if (place.isCoded()) {
            return format.area(AreaCode.of(place.id()));
        }
        return chinese() ? place.id() : text("place.uncoded", place.guard());
    }

    String series(String id) {
        var ages = id.split("_(?=\\d+$)");
        if (ages.length == 2 && !id.startsWith("births")) {
            int from = Integer.parseInt(ages[1]);
            return text("series.age", text(ages[0]), from == OPEN ? OPEN + "+" : from + "–" + (from + 4));
        }
        return text("series." + id);
    }

    /** Unit of a series when its largest value is so large: large numbers are in ten thousands. */
    String unit(String series, long largest) {
        var kind = series.endsWith("_places") ? "places" : series.equals("maternity_beds") ? "beds" : "persons";
        return text("unit." + kind + (inTenThousands(largest) ? ".large" : ""));
    }

    /** A value as a chart has it, in the unit that goes with the largest. */
    Number scaled(long value, long largest) {
        if (!inTenThousands(largest)) {
            return value;
        }
        return Math.round(value * 100.0 / TEN_THOUSAND) / 100.0;
    }

    /** A value written out with its unit. */
    String written(String series, long value) {
        var number = inTenThousands(Math.abs(value))
                ? String.format(Locale.ROOT, "%,.1f", value / (double) TEN_THOUSAND)
                : format.number(value);
        return number + " " + unit(series, Math.abs(value));
    }

    /** Two values of a series with their unit, named once where it is the same. */
    String range(String key, String series, long low, long high) {
        boolean alike = inTenThousands(Math.abs(low)) == inTenThousands(Math.abs(high));
        var from = written(series, low);
        return text(key, alike ? from.substring(0, from.indexOf(' ')) : from, written(series, high));
    }

    private static boolean inTenThousands(long largest) {
        return largest >= LARGE;
    }

    static boolean chinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh");
    }

    /** The things pages show, in their order. */
    static final List<String> SHOWN = List.of("residents", "births", "persons_60_plus", "deaths");

    /** What people need, in the order of life. */
    static final List<String> NEEDS = List.of(
            "maternity_beds",
            "obstetric_staff",
            "nursery_places",
            "kindergarten_places",
            "school_entrants",
            "primary_places",
            "junior_places",
            "senior_places",
            "persons_60_plus",
            "persons_80_plus",
            "pensionable");
}

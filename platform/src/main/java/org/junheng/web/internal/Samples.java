package org.junheng.web.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.Money;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junheng.web.ChartData;
import org.junheng.web.ChartData.Series;
import org.junheng.web.Field;
import org.junheng.web.Field.Choice;
import org.junheng.web.Format;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Step;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** What the style guide shows. Every figure here is made up and says so. */
@Component
class Samples {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 31);
    private static final int AGE_GROUPS = 18;

    private final AreaTree areas;
    private final Format format;

    Samples(AreaTree areas, Format format) {
        this.areas = areas;
        this.format = format;
    }

    /** A row of the sample table. */
    record Town(AreaCode area, long count, Money paid, LocalDate day) {}

    String words(String key) {
        return format.text(Text.of(key));
    }

    List<Town> towns() {
        var towns = areas.within(AreaCode.of("3303"), AreaCode.Level.TOWNSHIP);
        return IntStream.range(0, towns.size())
                .mapToObj(i -> town(towns.get(i), i * 37L % 101))
                .toList();
    }

    private static Town town(Area area, long count) {
        return new Town(area.code(), count, Money.ofYuan(3600).times(count), DAY.plusDays(count));
    }

    Page<Town> towns(PageRequest request) {
        Map<String, Comparator<Town>> orders =
                Map.of("count", Comparator.comparing(Town::count), "paid", Comparator.comparing(Town::paid));
        var order = orders.getOrDefault(request.sort().key(), Comparator.comparing(Town::area));
        var all = towns();
        var shown = all.stream()
                .sorted(request.sort().descending() ? order.reversed() : order)
                .skip(request.offset())
                .limit(request.limit())
                .toList();
        return new Page<>(shown, request, all.size());
    }

    List<Step> steps() {
        return List.of(
                Step.done("web.sample.step.apply", DAY),
                Step.done("web.sample.step.review", DAY.plusDays(3)),
                Step.current("web.sample.step.confirm", Text.of("web.sample.step.until", DAY.plusDays(20))),
                Step.ahead("web.sample.step.pay"));
    }

    List<Field> fields() {
        return List.of(
                Field.of("name", Field.Kind.FIXED, "web.sample.name")
                        .value(words("web.sample.name.value"))
                        .source(Text.of("web.sample.police", DAY), "/components"),
                Field.of("number", Field.Kind.ID_NUMBER, "web.sample.number")
                        .needed()
                        .hint(Text.of("web.sample.number.hint"))
                        .checkedAt("/components/check"),
                Field.of("phone", Field.Kind.PHONE, "web.sample.phone")
                        .value("1380013800")
                        .needed()
                        .error(Text.of("web.sample.phone.error")),
                Field.of("date", Field.Kind.DATE, "web.sample.date")
                        .value(DAY)
                        .source(Text.of("web.sample.hospital", DAY), "/components"),
                Field.choice("sex", "web.sample.sex", List.of(choice(Sex.FEMALE), choice(Sex.MALE)))
                        .value(Sex.FEMALE.code()),
                Field.choice("town", "web.sample.town", townChoices()),
                Field.of("remark", Field.Kind.LONG_TEXT, "web.sample.remark"),
                Field.of("file", Field.Kind.FILE, "web.sample.file").hint(Text.of("web.sample.file.hint")),
                Field.of("declared", Field.Kind.TICK, "web.sample.declared")
                        .needed()
                        .hint(Text.of("web.sample.declared.hint")));
    }

    private static Choice choice(Sex sex) {
        return new Choice(sex.code(), sex);
    }

    private List<Choice> townChoices() {
        return areas.within(AreaCode.of("330329"), AreaCode.Level.TOWNSHIP).stream()
                .map(town -> new Choice(town.code().shortText(), town.code()))
                .toList();
    }

    /** The field of the ID number as the check while typing answers it. */
    Field checkedNumber(String typed) {
        var field = fields().get(1).value(typed);
        return switch (ResidentId.parse(typed)) {
            case ResidentId.Valid valid -> field.value(valid.id().value());
            case ResidentId.Invalid invalid ->
                field.error(Text.of(
                        "web.sample.number.error",
                        invalid.reason().zh(),
                        invalid.reason().en()));
        };
    }

    ChartData months() {
        var months = IntStream.range(0, 12)
                .mapToObj(i -> format.month(YearMonth.of(2024, 1).plusMonths(i)))
                .toList();
        return new ChartData(
                words("web.sample.chart.months"),
                words("web.sample.persons"),
                words("web.sample.base"),
                months,
                List.of(
                        series("web.sample.births", LongStream.range(0, 12).map(i -> 150 + i * 29 % 47)),
                        series("web.sample.deaths", LongStream.range(0, 12).map(i -> 190 - i * 17 % 53))));
    }

    ChartData pyramid() {
        var ages = IntStream.range(0, AGE_GROUPS)
                .mapToObj(i -> i == AGE_GROUPS - 1 ? "85+" : 5 * i + "–" + (5 * i + 4))
                .toList();
        return new ChartData(
                words("web.sample.chart.pyramid"),
                words("web.sample.persons"),
                words("web.sample.base"),
                ages,
                List.of(series("web.sample.men", shape(13_400)), series("web.sample.women", shape(12_700))));
    }

    /** A shape like a county's: few children, a broad middle age, an emptying top. */
    private static LongStream shape(long largest) {
        return LongStream.range(0, AGE_GROUPS)
                .map(i -> largest * (100 - (i - 9) * (i - 9)) / 100 * (i > 13 ? 18 - i : 4) / 4);
    }

    private Series series(String name, LongStream values) {
        return Series.of(words(name), values);
    }
}

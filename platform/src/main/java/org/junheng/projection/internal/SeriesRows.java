package org.junheng.projection.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junheng.access.Actor;
import org.junheng.kernel.AreaCode;
import org.junheng.population.outlook.Outlook;
import org.junheng.population.outlook.OutlookArea;
import org.junheng.population.outlook.OutlookSeries;
import org.junheng.projection.internal.JdbcProjections.Place;
import org.junheng.projection.internal.JdbcProjections.Series;

/** What came out of a projection as it is stored: whole numbers, of the areas that the actor answers for. */
final class SeriesRows {

    private SeriesRows() {}

    static List<Series> of(
            Outlook outlook, Actor actor, OutlookSeries series, Function<OutlookArea, OutlookSeries.Series> more) {
        List<Series> rows = new ArrayList<>();
        int position = 0;
        for (var area : outlook.listAreas()) {
            var place = new Place(area.id(), guard(outlook, area), area.level(), position++);
            if (actor.answersFor(place.guard())) {
                Stream.concat(series.of(area).stream(), Stream.of(more.apply(area)))
                        .map(each -> row(place, each))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    /** The area's code; where it has none, its city's. */
    private static AreaCode guard(Outlook outlook, OutlookArea area) {
        var coded = area.id().matches("\\d{6}") ? area : city(outlook, area);
        return AreaCode.of(coded.id());
    }

    private static OutlookArea city(Outlook outlook, OutlookArea area) {
        return outlook.listAreas().stream()
                .filter(each -> each.level().equals("city"))
                .filter(each -> each.regions().containsAll(area.regions()))
                .findFirst()
                .orElseThrow();
    }

    private static Series row(Place place, OutlookSeries.Series series) {
        var whole = Arrays.stream(series.quantiles()).map(SeriesRows::whole).toList();
        return new Series(place, series.id(), series.firstYear(), whole);
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> Math.toIntExact(Math.round(value)))
                .toArray();
    }
}

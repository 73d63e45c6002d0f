package org.junheng.web;

import java.util.List;
import java.util.stream.Stream;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.springframework.stereotype.Component;

/** Places to choose from, the near ones first and in full: where somebody may live or be registered. */
@Component
public class AreaChoices {

    /** The statistics bureau's own units have codes from here on; nobody is registered there. */
    private static final int FIRST_STATISTICAL_UNIT = 400;

    private final AreaTree areas;
    private final Format format;

    AreaChoices(AreaTree areas, Format format) {
        this.areas = areas;
        this.format = format;
    }

    /**
     * The townships of the home's county, the other counties of its province, the other provinces; twelve digits each.
     */
    public List<Field.Choice> about(AreaCode home) {
        var county = home.county();
        var townships = areas.children(county).stream()
                .map(Area::code)
                .filter(code -> code.value() / 1000 % 1000 < FIRST_STATISTICAL_UNIT);
        var counties = areas.within(county.province(), AreaCode.Level.COUNTY).stream()
                .map(Area::code)
                .filter(code -> !code.equals(county));
        var provinces = areas.provinces().stream().map(Area::code).filter(code -> !code.equals(county.province()));
        return Stream.of(townships, counties, provinces)
                .flatMap(each -> each)
                .map(code -> new Field.Choice("%012d".formatted(code.value()), format.areaInFull(code)))
                .toList();
    }
}

package org.junheng.population;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;

/**
 * What the seventh census counted in a province, city or county: usual residents on 2020-11-01.
 *
 * @param code null for the one row without a code, the Wenzhou development zone
 * @param level province, city or county
 * @param cells nineteen age groups, youngest first
 * @param elsewhere residents registered elsewhere
 * @param minorityPercent share of ethnic minorities
 * @param childrenEverBorn mean over women aged 15 to 64
 * @param childrenSurviving mean over women aged 15 to 64
 */
public record CensusArea(
        @Nullable AreaCode code,
        String zh,
        String level,
        List<AgeCell> cells,
        Elsewhere elsewhere,
        double minorityPercent,
        double childrenEverBorn,
        double childrenSurviving) {

    /**
     * Residents by where they are registered if not at their place.
     *
     * @param inCounty in another township of the county
     * @param inProvince in another county of the province
     * @param otherProvince in another province
     */
    public record Elsewhere(int inCounty, int inProvince, int otherProvince) {

        /** Residents registered outside the county. */
        public int outside() {
            return inProvince + otherProvince;
        }
    }

    public CensusArea {
        cells = List.copyOf(cells);
    }

    public int male() {
        return cells.stream().mapToInt(AgeCell::male).sum();
    }

    public int female() {
        return cells.stream().mapToInt(AgeCell::female).sum();
    }

    public int population() {
        return male() + female();
    }

    /** The same shape with another number of people, whole persons by the largest remainder. */
    public CensusArea scaled(double scale) {
        double[] shares = cells.stream()
                .flatMapToDouble(cell -> DoubleStream.of(cell.male() * scale, cell.female() * scale))
                .toArray();
        int[] counts = Apportionment.whole(shares);
        List<AgeCell> scaled = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            AgeCell cell = cells.get(i);
            scaled.add(new AgeCell(cell.from(), cell.to(), counts[2 * i], counts[2 * i + 1]));
        }
        Elsewhere some = new Elsewhere(
                (int) Math.round(elsewhere.inCounty * scale), (int) Math.round(elsewhere.inProvince * scale), (int)
                        Math.round(elsewhere.otherProvince * scale));
        return new CensusArea(code, zh, level, scaled, some, minorityPercent, childrenEverBorn, childrenSurviving);
    }
}

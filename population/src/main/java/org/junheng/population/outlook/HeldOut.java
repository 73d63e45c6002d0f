package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.regional.Accounts;
import org.junheng.demography.regional.Summary;
import org.junheng.demography.stochastic.BackTest;
import org.junheng.demography.stochastic.FertilityProcess;
import org.junheng.population.internal.model.Sheet;

/** What the methods of the outlook say of figures that they were not given. */
public final class HeldOut {

    private static final int WINDOW = 15;
    private static final int LAST_BULLETIN = 2024;
    private static final int CITY_YEAR = 2023;

    private HeldOut() {}

    /**
     * Forecasts of a country's total fertility since it became low.
     *
     * @param zh the country in Chinese
     * @param en the country in English
     * @param firstYear first year of the record
     * @param test how they did
     * @param assumed how the width would have done that the outlook of Zhejiang assumes, about the value known last
     */
    public record Fertility(String zh, String en, int firstYear, BackTest test, BackTest assumed) {}

    /**
     * Residents of the province in a year whose bulletin was not used.
     *
     * @param year the year
     * @param forecast quantiles of {@link OutlookSeries#probabilities()}
     * @param counted by the bulletin
     */
    public record Residents(int year, double[] forecast, double counted) {}

    /**
     * A city's birth rate in a year whose city bulletins were not used.
     *
     * @param code the city's code
     * @param zh the city
     * @param forecast births per 1,000 residents by the central projection
     * @param published by the bulletin
     */
    public record BirthRate(String code, String zh, double forecast, double published) {}

    /** Total fertility of China, France and Japan, forecast from every year on. */
    public static List<Fertility> fertility(int... horizons) {
        Map<String, List<Sheet.Row>> countries = new LinkedHashMap<>();
        for (Sheet.Row row : Sheet.of("outlook/low_fertility.csv").rows()) {
            countries
                    .computeIfAbsent(row.text("country"), country -> new ArrayList<>())
                    .add(row);
        }
        FertilityProcess process = outlook(LAST_BULLETIN).uncertainty().fertility();
        List<Fertility> tests = new ArrayList<>();
        for (List<Sheet.Row> rows : countries.values()) {
            double[] series =
                    rows.stream().mapToDouble(row -> row.number("tfr")).toArray();
            Sheet.Row first = rows.getFirst();
            for (int horizon : horizons) {
                tests.add(new Fertility(
                        first.text("zh"),
                        first.text("en"),
                        first.whole("year"),
                        BackTest.of(series, WINDOW, horizon),
                        BackTest.ofSpread(series, WINDOW, horizon, process.spread(horizon))));
            }
        }
        return tests;
    }

    /** Residents of Zhejiang at the last bulletin, which knows neither births nor deaths and calibrates nothing. */
    public static Residents residents(int trajectories, long seed) {
        Outlook outlook = outlook(LAST_BULLETIN);
        Summary summary = outlook.summary();
        int index = summary.index(outlook.listAreas().getFirst().index(), 2, summary.groups() - 1);
        double[][] last = new double[1][];
        outlook.forecast(trajectories, seed, Runtime.getRuntime().availableProcessors())
                .quantiles(OutlookSeries.probabilities(), (year, quantiles) -> last[0] = quantiles[index]);
        return new Residents(
                LAST_BULLETIN, last[0], new Bulletins().year(LAST_BULLETIN).residents());
    }

    /** Birth rates of the cities whose bulletins are at hand. */
    public static List<BirthRate> cityBirthRates() {
        Outlook outlook = outlook(CITY_YEAR);
        Accounts.Year year = outlook.accounts().getLast();
        return Sheet.of("outlook/city_rates2023.csv").rows().stream()
                .map(row -> birthRate(outlook, year, row))
                .toList();
    }

    private static BirthRate birthRate(Outlook outlook, Accounts.Year year, Sheet.Row row) {
        OutlookArea city = outlook.listAreas().stream()
                .filter(area -> area.zh().equals(row.text("zh")))
                .findFirst()
                .orElseThrow();
        double births = 0;
        double persons = 0;
        for (int region : city.regions()) {
            births += year.births(region);
            persons += Arrays.stream(year.population()[region]).sum();
        }
        return new BirthRate(city.id(), city.zh(), 1000 * births / persons, row.number("birth_permille"));
    }

    private static Outlook outlook(int until) {
        return Outlook.of(BasePopulation.census2020(), Scenario.central("held out", until), "pool");
    }
}

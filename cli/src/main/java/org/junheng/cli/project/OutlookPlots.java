package org.junheng.cli.project;

import java.util.ArrayList;
import java.util.List;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.demography.BySex;
import org.junheng.demography.regional.Forecast;
import org.junheng.demography.regional.Summary;
import org.junheng.population.outlook.Outlook;
import org.junheng.population.outlook.OutlookArea;

/** Pictures of one area: residents, births, persons of 60 and over, and the pyramid of the first and the last year. */
final class OutlookPlots implements Forecast.Results {

    private static final double TEN_THOUSAND = 10_000;
    private static final int SIXTY_PLUS = 6;

    private final Outlook outlook;
    private final OutlookArea area;
    private final Summary summary;
    private final List<double[]> residents = new ArrayList<>();
    private final List<double[]> births = new ArrayList<>();
    private final List<double[]> old = new ArrayList<>();
    private final List<double[][]> ends = new ArrayList<>();

    OutlookPlots(Run run, Outlook outlook) {
        String id = run.spec().text("plot");
        this.outlook = outlook;
        this.summary = outlook.summary();
        this.area = outlook.listAreas().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputWrong("%s: key plot: \"%s\": no such area in the population"
                        .formatted(run.spec().file(), id)));
    }

    @Override
    public void year(int year, double[][] quantiles) {
        residents.add(quantiles[summary.index(area.index(), 2, summary.groups() - 1)]);
        old.add(quantiles[summary.weightedIndex(area.index(), SIXTY_PLUS)]);
        if (year > 0) {
            births.add(quantiles[summary.birthsIndex(area.index(), 0)]);
        }
        if (year == 0 || year == outlook.model().years().size()) {
            ends.add(quantiles);
        }
    }

    void write(Run run) {
        int base = outlook.baseYear();
        int last = base + outlook.model().years().size();
        String of = area.zh() + " " + area.id() + " · ";
        run.text("residents.svg", new Fan(of + "常住人口（万）residents, 10,000", base, residents, TEN_THOUSAND).svg());
        run.text("births.svg", new Fan(of + "出生（万）births, 10,000", base + 1, births, TEN_THOUSAND).svg());
        run.text("old.svg", new Fan(of + "60岁及以上（万）aged 60 and over, 10,000", base, old, TEN_THOUSAND).svg());
        String title = of + base + " / " + last + "（中位数与80%区间 median and 80 %）";
        run.text("pyramid.svg", new Pyramid(title, ages(0, 2), ages(1, 1), ages(1, 2), ages(1, 3)).svg());
    }

    private BySex ages(int end, int probability) {
        BySex ages = BySex.zeros(summary.groups() - 1);
        for (int group = 0; group < ages.ages(); group++) {
            ages.male()[group] = ends.get(end)[summary.index(area.index(), 0, group)][probability];
            ages.female()[group] = ends.get(end)[summary.index(area.index(), 1, group)][probability];
        }
        return ages;
    }
}

package org.junheng.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.ProgressBar;
import org.junheng.cli.frame.Run;
import org.junheng.demography.regional.Forecast;
import org.junheng.kernel.AreaCode;
import org.junheng.population.SnapshotSchema;
import org.junheng.population.outlook.BasePopulation;
import org.junheng.population.outlook.Outlook;
import org.junheng.population.outlook.Scenario;
import org.junheng.population.outlook.SnapshotPopulation;
import org.junheng.tables.Limits;

/**
 * {@code model: regional}: the counties of a province under a scenario, with trajectories, or two scenarios compared.
 */
final class RegionalOutlook implements Model {

    private static final String BUILT_IN = "census2020";
    private static final int TRAJECTORIES = 1000;
    private static final int ENGINE_MB = 512;

    @Override
    public void project(Run run) {
        run.spec()
                .allow(
                        "model",
                        "population",
                        "on",
                        "area",
                        "year",
                        "scenario",
                        "compare",
                        "trajectories",
                        "migration",
                        "threads",
                        "plot",
                        "capacity",
                        "costs.file",
                        "costs.from",
                        "costs.years");
        BasePopulation base = base(run);
        Outlook outlook = outlook(run, base, "scenario");
        int trajectories = positive(run, "trajectories", TRAJECTORIES);
        int threads = positive(run, "threads", Runtime.getRuntime().availableProcessors());
        OutlookFiles files = new OutlookFiles(run, outlook);
        files.scenario("scenario.json", trajectories);
        files.accounts();
        files.pensions();
        Forecast forecast = outlook.forecast(trajectories, run.seed(), threads);
        OutlookConsequences consequences = new OutlookConsequences(run, outlook);
        List<OutlookPlots> plots = run.spec().has("plot") ? List.of(new OutlookPlots(run, outlook)) : List.of();
        List<Forecast.Results> receivers = new ArrayList<>(plots);
        receivers.add(consequences);
        receivers.add(progress(run, outlook, "project"));
        files.quantiles("quantiles.csv", "events.csv", forecast, receivers);
        plots.forEach(plot -> plot.write(run));
        consequences.write();
        if (run.spec().has("compare")) {
            compare(run, outlook, outlook(run, base, "compare"), files);
        }
    }

    private static void compare(Run run, Outlook outlook, Outlook other, OutlookFiles files) {
        if (other.model().years().size() != outlook.model().years().size()
                || other.listAreas().size() != outlook.listAreas().size()) {
            throw new InputWrong(
                    "%s: keys scenario and compare: both scenarios must end in the same year and tell the same residents apart"
                            .formatted(run.spec().file()));
        }
        int trajectories = positive(run, "trajectories", TRAJECTORIES);
        int threads = positive(run, "threads", Runtime.getRuntime().availableProcessors());
        new OutlookFiles(run, other).scenario("compared.json", trajectories);
        files.quantiles(
                "difference.csv",
                "difference_events.csv",
                outlook.against(other, trajectories, run.seed(), threads),
                List.of(progress(run, outlook, "compare")));
    }

    private static Forecast.Results progress(Run run, Outlook outlook, String what) {
        ProgressBar bar = run.progress(what);
        int years = outlook.model().years().size();
        return (year, quantiles) -> bar.at(year, years);
    }

    private static BasePopulation base(Run run) {
        String population = run.spec().text("population");
        if (population.equals(BUILT_IN)) {
            return BasePopulation.census2020();
        }
        if (Files.isDirectory(run.spec().path("population"))) {
            return snapshot(run);
        }
        int year = run.spec().has("year") ? run.spec().integer("year") : 2020;
        return CensusFile.read(run, year);
    }

    private static BasePopulation snapshot(Run run) {
        Path folder = run.spec().path("population");
        Path persons = folder.resolve(SnapshotSchema.PERSON.fileName());
        if (!Files.isRegularFile(persons)) {
            throw new InputWrong("%s: key population: \"%s\": no %s in it; expected a snapshot or a census table"
                    .formatted(run.spec().file(), folder, persons.getFileName()));
        }
        run.note(persons);
        String digits = run.spec().text("area");
        if (!digits.matches("\\d{2}|\\d{4}|\\d{6}")) {
            throw new InputWrong("%s: key area: \"%s\": expected a province, city or county by its 2, 4 or 6 digits"
                    .formatted(run.spec().file(), digits));
        }
        Limits limits = new Limits(ENGINE_MB, Runtime.getRuntime().availableProcessors(), run.folder("spill"));
        try {
            return SnapshotPopulation.read(folder, run.spec().date("on"), AreaCode.of(digits), limits);
        } catch (IllegalArgumentException e) {
            throw new InputWrong("%s: key area: \"%s\": nobody in the snapshot lives there"
                    .formatted(run.spec().file(), digits));
        }
    }

    private static Outlook outlook(Run run, BasePopulation base, String key) {
        Path file = run.spec().path(key);
        Scenario scenario = ScenarioFile.read(run.spec(file));
        String migration = run.spec().has("migration") ? run.spec().choice("migration", "pool", "od", "none") : "pool";
        try {
            return Outlook.of(base, scenario, migration);
        } catch (IllegalArgumentException e) {
            throw new InputWrong(file + ": " + e.getMessage());
        }
    }

    private static int positive(Run run, String key, int otherwise) {
        int value = run.spec().has(key) ? run.spec().integer(key) : otherwise;
        if (value < 1 || value > 100_000) {
            throw new InputWrong("%s: key %s: \"%d\": expected a number from 1 to 100000"
                    .formatted(run.spec().file(), key, value));
        }
        return value;
    }
}

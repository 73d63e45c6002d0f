package org.junheng.projection.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Actors;
import org.junheng.demography.Sex;
import org.junheng.demography.consequences.SchemeCost;
import org.junheng.demography.consequences.SchemeCost.Cell;
import org.junheng.job.Jobs;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.population.SchemeCells;
import org.junheng.population.outlook.CentralPeople;
import org.junheng.projection.internal.JdbcCosts.Cost;
import org.junheng.projection.internal.JdbcCosts.Sweep;
import org.junheng.projection.internal.JdbcProjections.Place;
import org.junheng.projection.internal.RunReader.View;
import org.junheng.simulation.RegisterSweep;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the cells of a sweep times the people of a run's central path: ten years of every scheme's cost, by area. */
@Component
class CostDesk {

    private static final int YEARS = 10;

    private final JdbcCosts costs;
    private final RegisterSweep register;
    private final Jobs jobs;
    private final TransactionTemplate work;
    private final Clock clock;

    CostDesk(JdbcCosts costs, RegisterSweep register, Jobs jobs, TransactionTemplate work, Clock clock) {
        this.costs = costs;
        this.register = register;
        this.jobs = jobs;
        this.work = work;
        this.clock = clock;
    }

    List<Cost> newest(UUID run, String place) {
        return Objects.requireNonNull(work.execute(status -> costs.newest(run, place)));
    }

    /** Keeps the costs that follow, or says why there are none. */
    Optional<Text> bring(View view, byte[] content, String source) {
        return switch (CellFile.read(content)) {
            case CellFile.Outcome.Refused(var why) -> Optional.of(why);
            case CellFile.Outcome.Read(var schemes) -> keep(view, schemes, source, content);
        };
    }

    /**
     * Starts a job that decides every scheme for the register of the present actor's area and keeps the costs that
     * follow.
     */
    UUID sweep(View view, String source) {
        var area = Actors.get().areas().getFirst();
        return jobs.start("costs", progress -> {
            var swept = register.of(area, progress);
            var schemes = swept.cells().stream()
                    .collect(Collectors.groupingBy(
                            SchemeCells.Cell::scheme,
                            TreeMap::new,
                            Collectors.groupingBy(
                                    cell -> Integer.toString(cell.county()),
                                    TreeMap::new,
                                    Collectors.mapping(CostDesk::cell, Collectors.toList()))));
            keep(view, new TreeMap<>(schemes), source, swept.cells().toString().getBytes(StandardCharsets.UTF_8));
            return "/projection/runs/" + view.run().id() + "/costs?area="
                    + view.place().id();
        });
    }

    private static Cell cell(SchemeCells.Cell cell) {
        return new Cell(
                Integer.toString(cell.county()),
                cell.male() ? Sex.MALE : Sex.FEMALE,
                cell.age(),
                cell.birthOrder(),
                cell.persons(),
                cell.amountFen());
    }

    private Optional<Text> keep(
            View view, Map<String, ? extends Map<String, List<Cell>>> schemes, String source, byte[] content) {
        var settings = view.run().settings();
        int from = Math.max(AdministrativeTime.dayOf(clock.instant()).getYear(), settings.firstYear());
        int years = Math.min(YEARS, settings.lastYear() - from + 1);
        var people = new CentralPeople(ProjectionDesk.outlook(view.scenario()));
        var sweep = new Sweep(source, sha256(content), clock.instant());
        int kept = Objects.requireNonNull(work.execute(status -> {
            int rows = 0;
            for (var place : view.places()) {
                for (var scheme : schemes.entrySet()) {
                    var cells = within(place, view, scheme.getValue());
                    if (!cells.isEmpty()) {
                        var fen = SchemeCost.project(cells, people, from, years);
                        costs.add(view.run().id(), place, scheme.getKey(), from, fen, sweep);
                        rows++;
                    }
                }
            }
            return rows;
        }));
        return kept == 0 ? Optional.of(Text.of("projection.costs.refused.areas")) : Optional.empty();
    }

    /** The cells of the counties of an area that the run has. */
    private static List<Cell> within(Place place, View view, Map<String, List<Cell>> byCounty) {
        return view.counties().stream()
                .filter(county ->
                        place.isCoded() && county.isCoded() && place.guard().contains(AreaCode.of(county.id())))
                .flatMap(county -> byCounty.getOrDefault(county.id(), List.of()).stream())
                .toList();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

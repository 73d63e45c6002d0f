package org.junheng.simulation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.catalogue.Catalogue;
import org.junheng.job.Progress;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Scheme;
import org.junheng.population.PopulationSweep;
import org.junheng.population.SchemeCells;
import org.junheng.population.SweepQuestion;
import org.junheng.simulation.RegisterSweep;
import org.springframework.stereotype.Component;

@Component
class SweepOfRegister implements RegisterSweep {

    private static final long PART = 100;

    private final Catalogue catalogue;
    private final RegisterSnapshot snapshots;
    private final Clock clock;

    SweepOfRegister(Catalogue catalogue, RegisterSnapshot snapshots, Clock clock) {
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** The decisions are of single persons: they lie in the copy's folder while it runs, and are gone afterwards. */
    @Override
    public Swept of(AreaCode area, Progress progress) {
        var today = AdministrativeTime.dayOf(clock.instant());
        var folder = snapshots.of(area, today, part(progress, 0));
        var question = new SweepQuestion(folder, today, today, AreaCode.Level.COUNTY, RegisterSnapshot.limits(folder));
        var schemes = List.<Scheme>copyOf(catalogue.book().schemes());
        var run = UUID.randomUUID();
        var decisions = folder.resolve("decisions-" + run + ".parquet");
        var before = folder.resolve("before-" + run + ".parquet");
        try {
            PopulationSweep.run(
                    question,
                    schemes,
                    new PopulationSweep.Decisions(Optional.of(decisions), PopulationSweep.Rows.OPEN),
                    part(progress, 1)::at);
            if (Files.notExists(decisions)) {
                return new Swept(today, List.of()); // nobody is owed anything
            }
            var cells = SchemeCells.of(question, schemes, decisions, before).stream()
                    .filter(cell -> area.contains(AreaCode.of(Integer.toString(cell.county()))))
                    .toList();
            return new Swept(today, cells);
        } finally {
            remove(decisions);
            remove(before);
        }
    }

    private static void remove(java.nio.file.Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Progress part(Progress progress, long before) {
        return (done, total) -> progress.at(before * PART + done * PART / Math.max(1, total), 3 * PART);
    }
}

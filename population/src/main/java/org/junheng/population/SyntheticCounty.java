package org.junheng.population;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junheng.population.internal.census.AbsentChildren;
import org.junheng.population.internal.census.DemonstrationFamilies;
import org.junheng.population.internal.census.Founders;
import org.junheng.population.internal.census.Lineage;
import org.junheng.population.internal.census.Matchmaker;
import org.junheng.population.internal.census.Parentage;
import org.junheng.population.internal.census.Settling;
import org.junheng.population.internal.census.Twins;
import org.junheng.population.internal.files.AsOf;
import org.junheng.population.internal.files.CountyFiles;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.Mortality;
import org.junheng.population.internal.model.Surnames;
import org.junheng.population.internal.model.World;
import org.junheng.population.internal.years.Years;
import org.junheng.tables.Tables;

/**
 * A county of synthetic families: founded on the census of 2020-11-01, brought forward by births, deaths, marriages and
 * moves. The same specification gives the same people.
 */
public final class SyntheticCounty {

    private final CountySpec spec;
    private final World world;
    private final List<CastMember> cast;
    private final Surnames surnames = new Surnames();

    private SyntheticCounty(CountySpec spec) {
        this.spec = spec;
        this.world = new World(spec.seed(), new Gazetteer(spec.area()));
        Assumptions assumptions = Assumptions.load();
        CensusArea census = Census.load().get(spec.area()).scaled(spec.scale());
        Mortality mortality = new Mortality(assumptions);
        new Founders(world, census, spec.scale(), assumptions).settle();
        this.cast = new DemonstrationFamilies(world).reserve();
        new Matchmaker(world, mortality).match();
        new Parentage(world, mortality).assign();
        Twins.pair(world, assumptions.share("twins.percent"));
        new AbsentChildren(world, mortality).complete();
        Lineage lineage = new Lineage(world, surnames, census.minorityPercent(), assumptions);
        lineage.assignAll();
        new Settling(world, assumptions).settle();
        new Years(world, lineage, assumptions, spec.scale()).runTo(spec.on());
    }

    public static SyntheticCounty make(CountySpec spec) {
        return new SyntheticCounty(spec);
    }

    public CountySpec spec() {
        return spec;
    }

    /** The demonstration families. */
    public List<CastMember> cast() {
        return cast;
    }

    /** Synthetic against counted residents by age group and sex at the census. */
    public List<CellCheck> listCells() {
        return new CensusCheck(spec, world).cells();
    }

    /** Synthetic against counted totals, at the census and of each whole year since. */
    public List<FigureCheck> listFigures() {
        return new CensusCheck(spec, world).figures();
    }

    /**
     * Writes the tables of {@link SnapshotSchema} and {@link IdentitySchema}, one file each, into two folders that are
     * made if need be.
     */
    public void write(Path snapshot, Path identity, Tables tables) {
        CountyFiles files = new CountyFiles(new AsOf(world, Day.of(spec.on())), tables, Assumptions.load());
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = List.of(
                    threads.submit(() -> files.snapshot(snapshot)),
                    threads.submit(() -> files.identity(identity, surnames)));
            for (Future<?> each : both) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The county could not be written to " + snapshot + ".", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing to " + snapshot + ".", e);
        }
    }

    World world() {
        return world;
    }
}

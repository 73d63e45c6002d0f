package org.junheng.catalogue.internal;

import java.nio.file.Path;
import java.util.List;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.catalogue.Catalogue;
import org.junheng.catalogue.internal.JdbcReleases.SchemeFile;
import org.junheng.policy.FaultySchemes;
import org.junheng.policy.GoldenCase;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The schemes now in force: the shipped files, with the released ones over them. A faulty file keeps the platform from
 * starting and says where it is wrong; a release replaces everything in one step, and whoever works on goes on with the
 * book they hold. What was released, there or here, cannot be changed by a later file, only ended.
 */
@Component
class ReleasedSchemes implements Catalogue, SmartInitializingSingleton {

    private static final Actor STARTING = Actor.service("catalogue", Purpose.UPKEEP);

    private final Path shipped;
    private final JdbcReleases releases;
    private final TransactionTemplate work;
    private volatile State state;

    private record State(Shelf shelf, SchemeBook book, List<GoldenCase> cases) {}

    ReleasedSchemes(@Value("${junheng.schemes}") String folder, JdbcReleases releases, TransactionTemplate work) {
        this.shipped = Path.of(folder);
        this.releases = releases;
        this.work = work;
        this.state = read(List.of());
    }

    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    /** Reads the released files anew. */
    void refresh() {
        var files = Actors.call(STARTING, () -> work.execute(status -> releases.listReleasedFiles()));
        if (files != null && !files.isEmpty()) {
            state = read(files);
        }
    }

    private State read(List<SchemeFile> over) {
        var shelf = Shelf.of(shipped, over);
        over.stream().map(SchemeFile::scheme).distinct().forEach(scheme -> Schemes.release(shelf.folder(), scheme));
        Schemes.Report report = Schemes.read(shelf.folder());
        if (!report.faults().isEmpty()) {
            throw new FaultySchemes(report.faults());
        }
        return new State(shelf, report.book(), Schemes.check(shelf.folder()).cases());
    }

    /** The folder as it would be with these files over it; the caller removes it. */
    Shelf tryOut(List<SchemeFile> files) {
        return Shelf.of(state.shelf().folder(), files);
    }

    @Override
    public SchemeBook book() {
        return state.book();
    }

    @Override
    public Path folder() {
        return state.shelf().folder();
    }

    /** All golden cases. */
    List<GoldenCase> cases() {
        return state.cases();
    }
}

package org.junheng.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junheng.policy.internal.check.CaseFile;
import org.junheng.policy.internal.check.SchemeCheck;
import org.junheng.policy.internal.file.SchemeFolder;

/** Reads a folder of schemes: {@code vocabulary.yaml}, and one folder per scheme with {@code scheme.yaml} in it. */
public final class Schemes {

    private Schemes() {}

    /**
     * What reading gave.
     *
     * @param book the schemes without a fault
     * @param faults everything that is wrong, by file and line
     */
    public record Report(SchemeBook book, List<Fault> faults) {
        public Report {
            faults = List.copyOf(faults);
        }
    }

    /** Reads all schemes and reports every fault; schemes with faults are left out of the book. */
    public static Report read(Path folder) {
        return SchemeFolder.read(folder);
    }

    /**
     * What a check of a folder found.
     *
     * @param book the schemes without a fault
     * @param faults every fault of every file, every golden case that failed, every condition the cases do not cover
     * @param cases all golden cases that could be read
     * @param coverage what the cases cover, by scheme and condition
     */
    public record CheckReport(SchemeBook book, List<Fault> faults, List<GoldenCase> cases, List<Coverage> coverage) {
        public CheckReport {
            faults = List.copyOf(faults);
            cases = List.copyOf(cases);
            coverage = List.copyOf(coverage);
        }
    }

    /**
     * What reading the facts of one unit gave.
     *
     * @param facts the facts; empty if anything is wrong with them
     * @param faults everything that is wrong
     */
    public record Situation(Optional<Facts> facts, List<Fault> faults) {
        public Situation {
            faults = List.copyOf(faults);
        }
    }

    /** Reads the facts of one unit from a file, written as in a golden case, for a scheme of the book. */
    public static Situation readSituation(Path file, SchemeBook book, String scheme) {
        return CaseFile.read(file, book.get(scheme), book.vocabulary());
    }

    /**
     * Releases all that stands in a scheme's files: from now on its versions, parameter values and added conditions can
     * only be ended, never changed. Writes {@code released.yaml}; what is released already stays as it is.
     *
     * @return the ids newly released
     * @throws FaultySchemes if the scheme has faults
     */
    public static List<String> release(Path folder, String scheme) {
        return SchemeFolder.release(folder, load(folder).get(scheme));
    }

    /** Reads all schemes and runs all golden cases beside them on the JVM. */
    public static CheckReport check(Path folder) {
        return SchemeCheck.of(folder, Optional.empty());
    }

    /** Reads all schemes and runs all golden cases beside them on both back ends. */
    public static CheckReport check(Path folder, SetEngine engine) {
        return SchemeCheck.of(folder, Optional.of(engine));
    }

    /**
     * Reads all schemes.
     *
     * @throws FaultySchemes if anything is wrong with any of them
     */
    public static SchemeBook load(Path folder) {
        Report report = read(folder);
        if (!report.faults().isEmpty()) {
            throw new FaultySchemes(report.faults());
        }
        return report.book();
    }
}

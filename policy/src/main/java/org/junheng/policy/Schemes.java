package org.junheng.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

package org.junheng.cli.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junheng.policy.Coverage;
import org.junheng.policy.Fault;
import org.junheng.policy.Scheme;
import org.junheng.policy.Schemes;
import org.junheng.policy.Schemes.CheckReport;

/** Checks a folder of schemes and says everything that is wrong, one line each, and what the golden cases cover. */
public final class SchemeCheckReport {

    private final Path folder;
    private final Locale locale;
    private final PrintWriter out;

    public SchemeCheckReport(Path folder, Locale locale, PrintWriter out) {
        this.folder = folder;
        this.locale = locale;
        this.out = out;
    }

    /** Writes the report; whether all is well. */
    public boolean write() {
        CheckReport report;
        try (Engine engine = new Engine()) {
            report = Schemes.check(folder, engine);
        }
        report.book().schemes().forEach(scheme -> write(scheme, report));
        report.faults().forEach(this::write);
        out.printf(
                "%d schemes, %d golden cases on both back ends, %d faults%n",
                report.book().schemes().size(),
                report.cases().size(),
                report.faults().size());
        out.flush();
        return report.faults().isEmpty();
    }

    private void write(Scheme scheme, CheckReport report) {
        List<Coverage> coverage = report.coverage().stream()
                .filter(each -> each.scheme().equals(scheme.id()))
                .toList();
        long cases = report.cases().stream()
                .filter(each -> each.scheme().equals(scheme.id()))
                .count();
        out.printf(
                "%-32s %2d versions, %2d conditions (%d true, false and unknown somewhere), %3d cases%n",
                scheme.id(),
                scheme.versions().size(),
                coverage.size(),
                coverage.stream().filter(Coverage::complete).count(),
                cases);
    }

    private void write(Fault fault) {
        out.printf(
                "%s:%d:%d: %s %s%n",
                folder.resolve(fault.file()),
                fault.line(),
                fault.column(),
                fault.what().in(locale),
                fault.advice().in(locale));
    }
}

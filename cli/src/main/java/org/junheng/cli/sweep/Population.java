package org.junheng.cli.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.Spec;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Fault;
import org.junheng.policy.FaultySchemes;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes;
import org.junheng.population.ReformFaulty;
import org.junheng.population.SnapshotFaulty;
import org.junheng.population.SnapshotSchema;
import org.junheng.population.SweepQuestion;
import org.junheng.tables.Limits;

/** What the commands over a snapshot have in common: the keys population, on, known_at, areas, memory, threads. */
final class Population {

    /** The keys read here. */
    static final List<String> KEYS =
            List.of("population", "on", "known_at", "areas", "memory", "threads", "scheme_files");

    private static final Pattern MEMORY = Pattern.compile("(\\d+) ?(MB|GB)");
    private static final int HEAP_AND_ENGINE_OVERHEAD_MB = 512;

    private Population() {}

    static void allow(Spec spec, String... more) {
        spec.allow(Stream.concat(KEYS.stream(), Stream.of(more)).toArray(String[]::new));
    }

    static SweepQuestion question(Run run) {
        Spec spec = run.spec();
        Path folder = spec.path("population");
        if (!Files.isDirectory(folder)) {
            throw new InputWrong("%s: key population: \"%s\": no such folder".formatted(spec.file(), folder));
        }
        LocalDate on = spec.date("on");
        LocalDate knownAt = spec.has("known_at") ? spec.date("known_at") : on;
        SnapshotSchema.list().stream()
                .map(table -> folder.resolve(table.fileName()))
                .filter(Files::isRegularFile)
                .forEach(run::note);
        return new SweepQuestion(folder, on, knownAt, level(spec), limits(run));
    }

    private static AreaCode.Level level(Spec spec) {
        String word = spec.has("areas") ? spec.choice("areas", "province", "city", "county", "township") : "county";
        return AreaCode.Level.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The limit is for the whole process; what Java itself needs is taken off. */
    private static Limits limits(Run run) {
        Spec spec = run.spec();
        String memory = spec.text("memory", "2GB");
        Matcher matcher = MEMORY.matcher(memory);
        if (!matcher.matches() || matcher.group(1).length() > 6) {
            throw new InputWrong(
                    "%s: key memory: \"%s\": expected a size such as 8GB or 1500MB".formatted(spec.file(), memory));
        }
        int megabytes = Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("GB") ? 1024 : 1);
        if (megabytes < 2 * HEAP_AND_ENGINE_OVERHEAD_MB) {
            throw new InputWrong("%s: key memory: \"%s\": expected at least %d MB"
                    .formatted(spec.file(), memory, 2 * HEAP_AND_ENGINE_OVERHEAD_MB));
        }
        int threads = spec.has("threads")
                ? spec.integer("threads")
                : Runtime.getRuntime().availableProcessors();
        if (threads < 1) {
            throw new InputWrong("%s: key threads: \"%d\": expected at least 1".formatted(spec.file(), threads));
        }
        return new Limits(megabytes - HEAP_AND_ENGINE_OVERHEAD_MB, threads, run.folder("spill"));
    }

    /** The folder of schemes: the key scheme_files, else the one that comes with the command. */
    static Path schemes(Run run) {
        Path folder = run.spec().has("scheme_files")
                ? run.spec().path("scheme_files")
                : Path.of(System.getProperty("junheng.schemes", "schemes"));
        if (!Files.isDirectory(folder)) {
            throw new InputWrong("%s: key scheme_files: \"%s\": no such folder"
                    .formatted(run.spec().file(), folder));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().contains("/cases/"))
                    .sorted()
                    .forEach(run::note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** The schemes named by the key schemes, or all. */
    static List<Scheme> chosen(Run run, SchemeBook book) {
        Spec spec = run.spec();
        List<String> all = book.schemes().stream().map(Scheme::id).toList();
        if (!spec.has("schemes") || spec.isText("schemes", "all")) {
            return List.copyOf(book.schemes());
        }
        return spec.list("schemes").stream()
                .map(id -> book.find(id)
                        .orElseThrow(() -> new InputWrong("%s: key schemes: \"%s\": no such scheme; there are %s"
                                .formatted(spec.file(), id, all))))
                .toList();
    }

    static SchemeBook book(Path folder) {
        try {
            return Schemes.load(folder);
        } catch (FaultySchemes faulty) {
            throw new InputWrong("the schemes in %s are faulty; junheng check says all:%n%s"
                    .formatted(
                            folder,
                            faulty.faults().stream()
                                    .map(Fault::toString)
                                    .limit(5)
                                    .toList()));
        }
    }

    /** What is wrong with the input is said as such. */
    static <T> T asked(Spec spec, Supplier<T> work) {
        try {
            return work.get();
        } catch (SnapshotFaulty faulty) {
            throw new InputWrong("%s: key population: %s".formatted(spec.file(), faulty.getMessage()));
        } catch (ReformFaulty faulty) {
            throw new InputWrong("%s: key reform: %s".formatted(spec.file(), String.join("\n  ", faulty.faults())));
        }
    }

    /** An area as files have it: its digits without trailing zeros; empty where it is not known. */
    static String area(long area) {
        return area == 0 ? "" : new AreaCode(area).shortText();
    }
}

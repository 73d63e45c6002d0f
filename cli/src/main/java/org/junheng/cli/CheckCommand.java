package org.junheng.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junheng.cli.policy.SchemeCheckReport;
import org.junheng.policy.FaultySchemes;
import org.junheng.policy.Schemes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code junheng check}: every fault of every scheme file, the golden cases on both back ends, what they cover. */
@Command(name = "check", description = "Every fault of every scheme file; golden cases on both back ends; coverage.")
final class CheckCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int WRONG = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills these fields before call()
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "DIR", description = "the folder with vocabulary.yaml and the schemes")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the faults (default ${DEFAULT-VALUE})")
    private String language = "zh";

    @Option(
            names = "--release",
            paramLabel = "SCHEME",
            description = "if all is well, list what stands in this scheme as released, never to be changed again")
    private List<String> released = List.of();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        if (!Files.isRegularFile(folder.resolve("vocabulary.yaml"))) {
            say(folder + ": expected a folder of schemes with a vocabulary.yaml in it");
            return WRONG;
        }
        if (!new SchemeCheckReport(folder, Locale.of(language), out).write()) {
            return WRONG;
        }
        return release(out);
    }

    private int release(PrintWriter out) {
        for (String scheme : released) {
            try {
                out.printf("%s: released %s%n", scheme, Schemes.release(folder, scheme));
            } catch (FaultySchemes | IllegalArgumentException wrong) {
                say(String.valueOf(wrong.getMessage()));
                return WRONG;
            }
        }
        out.flush();
        return DONE;
    }

    private void say(String text) {
        command.commandLine().getErr().println(text);
        command.commandLine().getErr().flush();
    }
}

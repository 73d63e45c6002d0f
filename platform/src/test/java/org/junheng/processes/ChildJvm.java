package org.junheng.processes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process that a test starts, with its output in a file. */
final class ChildJvm {

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a process.
     *
     * @param name name of its files in the folder
     * @param folder where they go
     * @param classPath its class path
     * @param command the main class and its arguments
     */
    static ChildJvm start(String name, Path folder, List<String> classPath, List<String> command) {
        var log = folder.resolve(name + ".log");
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(OPTIONS);
        words.add("@" + argumentFile(folder.resolve(name + ".classpath"), classPath));
        words.addAll(command);
        try {
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ChildJvm(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class path is longer than what a command line may be on some systems. */
    private static Path argumentFile(Path file, List<String> classPath) {
        try {
            return Files.writeString(file, "-cp \"%s\"".formatted(String.join(File.pathSeparator, classPath)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: the process can do nothing about it. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to end. */
    void stop() {
        process.destroy();
        if (!await()) {
            kill();
        }
    }

    private boolean await() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines it wrote. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "no output: " + e;
        }
    }
}

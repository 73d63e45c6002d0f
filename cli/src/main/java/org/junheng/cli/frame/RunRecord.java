package org.junheng.cli.frame;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code run.json} says of a run: enough to repeat it and to know which input produced a number.
 *
 * @param inputs file, relative to the specification, → SHA-256
 * @param outputs file → SHA-256
 */
record RunRecord(
        String command,
        String version,
        String java,
        long seed,
        Map<String, String> inputs,
        Map<String, String> outputs,
        double wall_seconds,
        long peak_memory_bytes) {

    private static final String VERSION = "0.1.0";

    static RunRecord of(String command, Run run, Path staging, long began) throws IOException {
        return new RunRecord(
                command,
                VERSION,
                System.getProperty("java.version"),
                run.seed(),
                run.inputs(),
                outputs(staging),
                (System.nanoTime() - began) / 1e9,
                peakMemory());
    }

    private static Map<String, String> outputs(Path staging) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(staging)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            files.forEach(file -> outputs.put(staging.relativize(file).toString(), Sha256.of(file)));
        }
        return outputs;
    }

    /** Peak resident size where the kernel tells it, else the peak of the heap's pools. */
    private static long peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}

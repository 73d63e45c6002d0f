package org.junheng.tables;

import java.nio.file.Path;

/**
 * What the engine may use of the machine.
 *
 * @param memoryMegabytes beyond this it spills to {@code spill}
 * @param threads at least one; results do not depend on it
 * @param spill an existing folder for what does not fit in memory
 */
public record Limits(int memoryMegabytes, int threads, Path spill) {

    public Limits {
        if (memoryMegabytes < 64 || threads < 1) {
            throw new IllegalArgumentException(
                    "The set engine needs at least 64 MB and one thread, got %d MB and %d threads."
                            .formatted(memoryMegabytes, threads));
        }
    }
}

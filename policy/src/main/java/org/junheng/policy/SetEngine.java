package org.junheng.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a query on whatever engine sweeps populations; every column asked for is a whole number or null. */
@FunctionalInterface
public interface SetEngine {

    /** The rows of a query. */
    List<List<@Nullable Long>> run(String sql);
}

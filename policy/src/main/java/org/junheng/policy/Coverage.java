package org.junheng.policy;

import java.util.Set;

/**
 * Which truth values a condition took in the golden cases of its scheme.
 *
 * @param scheme the scheme's id
 * @param condition the condition's id
 * @param seen the values seen
 */
public record Coverage(String scheme, String condition, Set<Truth> seen) {

    public Coverage {
        seen = Set.copyOf(seen);
    }

    /** Whether it was true, false and unknown somewhere. */
    public boolean complete() {
        return seen.size() == Truth.values().length;
    }
}

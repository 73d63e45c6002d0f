package org.junheng.policy;

import java.util.List;

/**
 * What led to every condition's result, by name only: cheap to make, where {@link Explanation} also finds the words,
 * the sources and the citations.
 *
 * @param steps one per condition that applies, in the order of the version
 */
public record Trace(List<Step> steps) {

    public Trace {
        steps = List.copyOf(steps);
    }

    /**
     * The result of one condition.
     *
     * @param condition its id
     * @param result its truth
     * @param facts the names of the facts that led to it
     * @param parameterValues the ids of the parameter values that led to it
     */
    public record Step(String condition, Truth result, List<String> facts, List<String> parameterValues) {}
}

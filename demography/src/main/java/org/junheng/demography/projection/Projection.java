package org.junheng.demography.projection;

import java.util.ArrayList;
import java.util.List;
import org.junheng.demography.BySex;

/**
 * A population carried through successive steps.
 *
 * @param populations the base population and the one after every step
 * @param steps what happened in each step; one fewer than populations
 */
public record Projection(List<BySex> populations, List<Step> steps) {

    /** Projects by the United Nations' rules ({@link CohortComponent}) through all steps in order. */
    public static Projection run(BySex base, List<Components> periods, MigrationTiming timing) {
        List<BySex> populations = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        BySex population = base;
        populations.add(population);
        for (Components period : periods) {
            Step step = CohortComponent.step(population, period, timing);
            population = step.population();
            populations.add(population);
            steps.add(step);
        }
        return new Projection(List.copyOf(populations), List.copyOf(steps));
    }

    public BySex last() {
        return populations.getLast();
    }
}

package org.junheng.demography.regional;

import java.util.Arrays;

/**
 * A model and the factors its trajectories run under.
 *
 * @param draws the trajectories' factors; their years, regions and birth orders must be the model's
 */
public record Course(RegionalModel model, Draws draws) {

    public Course {
        Draws.Shape needed = new Draws.Shape(
                draws.trajectories(), model.years().size(), model.layout().regions(), model.orders());
        if (!draws.shape().equals(needed)) {
            throw new IllegalArgumentException("factors for %s; the model needs %s".formatted(draws.shape(), needed));
        }
    }

    /** All trajectories of a course at one moment, and what takes them on. */
    static final class Position {
        private final Course course;
        private final double[][][] state;

        Position(Course course) {
            this.course = course;
            this.state = new double[course.draws.trajectories()][][];
            Arrays.setAll(state, t -> copy(course.model.base()));
        }

        private static double[][] copy(double[][] population) {
            return Arrays.stream(population).map(double[]::clone).toArray(double[][]::new);
        }

        Course course() {
            return course;
        }

        /** One thread's tools for stepping trajectories and summing them up. */
        Stepper stepper(Summary summary) {
            return new Stepper(summary);
        }

        final class Stepper {
            private final Summary summary;
            private final Tally.Kept kept;
            private final Walker walker;
            private double[][] spare;

            private Stepper(Summary summary) {
                RegionalModel model = course.model;
                this.summary = summary;
                this.kept = new Tally.Kept(model.layout().regions(), model.orders());
                this.walker = new Walker(model, summary.keepsEvents() ? kept : Tally.NOTHING);
                this.spare = model.layout().empty();
            }

            /** Takes a trajectory through a year; its numbers go into the array. */
            void step(int trajectory, int year, double[] numbers) {
                double[][] now = state[trajectory];
                walker.step(course.model.years().get(year), course.draws.factors(trajectory, year), now, spare);
                state[trajectory] = spare;
                summary.fill(spare, numbers);
                if (summary.keepsEvents()) {
                    summary.fill(kept, numbers);
                }
                spare = now;
            }
        }
    }
}

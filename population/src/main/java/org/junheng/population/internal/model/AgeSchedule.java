package org.junheng.population.internal.model;

import java.util.ArrayList;
import java.util.List;

/** Values by age and sex of one schedule of {@code schedules.csv}. */
public final class AgeSchedule {

    private static final int AGES = 121;

    private final List<Integer> from = new ArrayList<>();
    private final double[][] steps = new double[2][AGES];
    private final double[][] lines = new double[2][AGES];

    private AgeSchedule() {}

    public static AgeSchedule of(String name) {
        AgeSchedule schedule = new AgeSchedule();
        List<Sheet.Row> rows = Sheet.of("schedules.csv").rows().stream()
                .filter(row -> row.text("schedule").equals(name))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("schedules.csv has no schedule " + name + ".");
        }
        for (int i = 0; i < rows.size(); i++) {
            Sheet.Row next = rows.get(Math.min(i + 1, rows.size() - 1));
            schedule.fill(rows.get(i), next);
        }
        return schedule;
    }

    private void fill(Sheet.Row row, Sheet.Row next) {
        int first = row.whole("age");
        int last = next == row ? AGES : next.whole("age");
        from.add(first);
        for (int age = first; age < last; age++) {
            double way = (age - first) / (double) Math.max(1, last - first);
            for (int sex = 0; sex < 2; sex++) {
                String column = sex == 1 ? "male" : "female";
                steps[sex][age] = row.number(column);
                lines[sex][age] = row.number(column) + way * (next.number(column) - row.number(column));
            }
        }
    }

    /** The value that holds from its age on. */
    public double step(int age, boolean male) {
        return steps[male ? 1 : 0][Math.min(age, AGES - 1)];
    }

    /** The value on the straight line between the ages given. */
    public double line(int age, boolean male) {
        return lines[male ? 1 : 0][Math.min(age, AGES - 1)];
    }

    /** The values as given, one for each age group. */
    public double[] groups(boolean male) {
        return from.stream().mapToDouble(age -> step(age, male)).toArray();
    }
}

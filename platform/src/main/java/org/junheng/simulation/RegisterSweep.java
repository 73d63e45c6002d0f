package org.junheng.simulation;

import java.time.LocalDate;
import java.util.List;
import org.junheng.job.Progress;
import org.junheng.kernel.AreaCode;
import org.junheng.population.SchemeCells;

/** Decides every scheme for everybody in the register today, on its pseudonymous copy, and gives sums. */
public interface RegisterSweep {

    /** What every scheme gives the people of an area in a year, by county, sex, age and birth order. */
    Swept of(AreaCode area, Progress progress);

    /**
     * What came out.
     *
     * @param on the day of the copy and of the decisions
     * @param cells sums, no person
     */
    record Swept(LocalDate on, List<SchemeCells.Cell> cells) {

        public Swept {
            cells = List.copyOf(cells);
        }
    }
}

package org.junheng.population.internal.years;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.census.Lineage;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Mortality;
import org.junheng.population.internal.model.World;

/**
 * Brings the county forward from the census, whole months at a time. A shorter run is the beginning of a longer one:
 * what lies after the day wanted is left out by who reads it.
 */
public final class Years {

    private final Deaths deaths;
    private final Weddings weddings;
    private final Divorces divorces;
    private final Births births;
    private final Moves moves;
    private final HukouMoves hukouMoves;

    public Years(World world, Lineage lineage, Assumptions assumptions, double scale) {
        Roll roll = new Roll(world);
        this.deaths = new Deaths(roll, new Mortality(assumptions), assumptions, scale);
        this.weddings = new Weddings(roll, lineage, assumptions, scale);
        this.divorces = new Divorces(roll, assumptions, scale);
        this.births = new Births(roll, lineage, assumptions, scale);
        this.moves = new Moves(roll, lineage, assumptions, scale);
        this.hukouMoves = new HukouMoves(roll, assumptions, scale);
    }

    /** Runs through the month that holds the day. */
    public void runTo(LocalDate day) {
        YearMonth last = YearMonth.from(day);
        for (YearMonth each = YearMonth.from(Day.date(Day.CENSUS)); !each.isAfter(last); each = each.plusMonths(1)) {
            Month month = Month.of(each);
            deaths.happen(month);
            weddings.happen(month);
            divorces.happen(month);
            births.happen(month);
            moves.happen(month);
            hukouMoves.happen(month);
        }
    }
}

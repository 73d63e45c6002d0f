package org.junheng.population.internal.census;

import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;

/**
 * How likely a child of a standing has parents of theirs: small children mostly live with a parent, some are left
 * behind.
 */
final class Kinfolk {

    private static final double LEFT_BEHIND = 0.35;
    private static final double RARE = 0.03;
    private static final int ADULT = 18;

    double weight(Union union, Person child) {
        Standing husband = union.husband.standing;
        Standing wife = union.wife.standing;
        if (child.standing == Standing.INCOMER) {
            return husband == Standing.INCOMER && wife == Standing.INCOMER ? 1 : 0;
        }
        if (!husband.isRegistered() && !wife.isRegistered()) {
            return 0;
        }
        if (Day.years(child.birth, Day.CENSUS) >= ADULT) {
            return 1;
        }
        boolean home = husband.isResident() || wife.isResident();
        boolean away = husband == Standing.AWAY || wife == Standing.AWAY;
        if (child.standing == Standing.AT_HOME) {
            return home ? 1 : LEFT_BEHIND;
        }
        return away ? 1 : RARE;
    }
}

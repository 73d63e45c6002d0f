package org.junheng.cli.project;

import java.util.ArrayList;
import java.util.List;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.Refused;
import org.junheng.cli.frame.Run;
import org.junheng.demography.projection.Projection;

/**
 * The assumption that nobody leaves who is not there. The rules cut such migration off; a little of that is rounding,
 * but where it adds up the migration does not belong to this population and the projection is refused.
 */
final class Withheld {

    private static final double LIMIT = 0.001;

    private Withheld() {}

    static void check(Run run, String label, int firstYear, int width, Projection projection) {
        List<Refused.Reason> reasons = new ArrayList<>();
        for (int i = 0; i < projection.steps().size(); i++) {
            double withheld = projection.steps().get(i).withheld();
            double share = withheld / projection.populations().get(i).total();
            if (share > LIMIT) {
                reasons.add(new Refused.Reason(
                        "nobody-leaves-who-is-not-there",
                        share,
                        LIMIT,
                        "%s%d: out-migration exceeds the persons there by %.4f %% of the population; check unit and ages of net migration"
                                .formatted(label, firstYear + i * width, 100 * share)));
            }
        }
        if (reasons.isEmpty()) {
            return;
        }
        try (CsvOut out = run.csv("withheld.csv", "year,withheld,population")) {
            for (int i = 0; i < projection.steps().size(); i++) {
                out.row(
                        firstYear + i * width,
                        projection.steps().get(i).withheld(),
                        projection.populations().get(i).total());
            }
        }
        throw new Refused(reasons);
    }
}

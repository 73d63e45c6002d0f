package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junheng.demography.regional.Layout;
import org.junheng.demography.regional.Movement;
import org.junheng.demography.regional.Settling;

/**
 * The regions of the model: the counties, or each county twice, for its residents with its hukou and those without. Who
 * moves arrives without the hukou, unless he returns to where his is; children have their mother's status; hukou is
 * transferred at a yearly rate.
 */
final class Statuses {

    private final Ground ground;
    private final boolean apart;
    private final int places;
    private final double returning;

    private Statuses(Ground ground, boolean apart) {
        this.ground = ground;
        this.apart = apart;
        this.places = ground.base.places().size();
        this.returning = apart ? ground.figures.value("returning.share") : 0;
    }

    static Statuses of(Ground ground, Scenario.Residence residence) {
        return new Statuses(ground, residence == Scenario.Residence.BY_HUKOU);
    }

    boolean apart() {
        return apart;
    }

    int regions() {
        return apart ? 2 * places : places;
    }

    int place(int region) {
        return region % places;
    }

    /** The region where those arrive who come from outside. */
    int newcomers(int place) {
        return apart ? places + place : place;
    }

    double[][] base() {
        if (!apart) {
            return ground.residents;
        }
        double[][] rows = new Layout(2 * places, China.AGES).empty();
        for (int place = 0; place < places; place++) {
            double[] all = ground.residents[place];
            BasePlace is = ground.base.places().get(place);
            double[] without = incomers(all, is.fromProvince() + is.fromElsewhere());
            rows[places + place] = without;
            Arrays.setAll(rows[place], cell -> all[cell] - without[cell]);
        }
        return rows;
    }

    /**
     * Residents without local hukou by age: a peak among the young, never all of an age; as many as the census counts.
     */
    private double[] incomers(double[] residents, double count) {
        double most = ground.figures.value("incomers.most");
        double[] shape = new double[residents.length];
        for (int cell = 0; cell < 2 * China.AGES; cell++) {
            double z = (cell % China.AGES - ground.figures.value("incomers.peak.age"))
                    / ground.figures.value("incomers.width");
            double rest = ground.figures.value("incomers.children");
            shape[cell] = rest + (1 - rest) * Math.exp(-z * z / 2);
        }
        double low = 0;
        double high = 1e3;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (Arrays.stream(scaled(residents, shape, middle, most)).sum() < count) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return scaled(residents, shape, (low + high) / 2, most);
    }

    private static double[] scaled(double[] residents, double[] shape, double level, double most) {
        double[] incomers = new double[residents.length];
        Arrays.setAll(incomers, i -> residents[i] * Math.min(most, level * shape[i]));
        return incomers;
    }

    List<Settling> settling(double yearly) {
        List<Settling> settling = new ArrayList<>();
        for (int place = 0; apart && place < places; place++) {
            double[] share = new double[ground.layout.rowLength()];
            Arrays.fill(share, 0, 2 * China.AGES, yearly);
            settling.add(new Settling(places + place, place, share));
        }
        return settling;
    }

    /** Movement between counties as movement between the model's regions. */
    Movement spread(Movement counties) {
        if (!apart) {
            return counties;
        }
        return switch (counties) {
            case Movement.None none -> none;
            case Movement.Pool pool -> new Movement.Pool(twice(pool.leaving()), shared(pool.arriving()));
            case Movement.OriginDestination flows ->
                new Movement.OriginDestination(twice(flows.leaving()), shared(twiceWide(flows.destinations())));
        };
    }

    private static double[][] twice(double[][] rows) {
        double[][] both = Arrays.copyOf(rows, 2 * rows.length);
        System.arraycopy(rows, 0, both, rows.length, rows.length);
        return both;
    }

    private static double[][] twiceWide(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    double[] wide = Arrays.copyOf(row, 2 * row.length);
                    System.arraycopy(row, 0, wide, row.length, row.length);
                    return wide;
                })
                .toArray(double[][]::new);
    }

    /** Those who return arrive in the first half of the regions, the others in the second. */
    private double[][] shared(double[][] rows) {
        double[][] both = new double[2 * rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            both[i] = Arrays.stream(row).map(v -> v * returning).toArray();
            both[rows.length + i] =
                    Arrays.stream(row).map(v -> v * (1 - returning)).toArray();
        }
        return both;
    }
}

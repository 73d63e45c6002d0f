package org.junheng.demography.regional;

/** Counts the births and deaths of a step. */
interface Tally {

    /** Counts nothing. */
    Tally NOTHING = new Tally() {
        @Override
        public void births(int region, int order, double births) {}

        @Override
        public void deaths(int region, double births, double[] before, double[] after) {}
    };

    /** Births of an order in a region. */
    void births(int region, int order, double births);

    /** The population before and after everybody lived through the year, the newborn among those after. */
    void deaths(int region, double births, double[] before, double[] after);

    /** Keeps births by order and deaths of the last step. */
    final class Kept implements Tally {
        private final int orders;
        private final double[] births;
        private final double[] deaths;

        Kept(int regions, int orders) {
            this.orders = orders;
            this.births = new double[regions * orders];
            this.deaths = new double[regions];
        }

        @Override
        public void births(int region, int order, double born) {
            births[region * orders + order] = born;
        }

        @Override
        public void deaths(int region, double born, double[] before, double[] after) {
            deaths[region] = born + sum(before) - sum(after);
        }

        double births(int region, int order) {
            return births[region * orders + order];
        }

        double deaths(int region) {
            return deaths[region];
        }

        /** Four sums at once, a form in which the additions need not wait for each other. */
        private static double sum(double[] row) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int i = 0; i < row.length; i += 4) {
                a += row[i];
                b += row[i + 1];
                c += row[i + 2];
                d += row[i + 3];
            }
            return a + b + (c + d);
        }
    }
}

package org.junheng.demography.graduation;

/** Beers' six-term formulas between points (not groups): values at every fifth year give the four in between. */
public enum BeersInterpolation {
    ORDINARY(
            new double[][] {
                {1, 0, 0, 0, 0, 0},
                {0.6667, 0.4969, -0.1426, -0.1006, 0.1079, -0.0283},
                {0.4072, 0.8344, -0.2336, -0.0976, 0.1224, -0.0328},
                {0.2148, 1.0204, -0.2456, -0.0536, 0.0884, -0.0244},
                {0.0819, 1.0689, -0.1666, -0.0126, 0.0399, -0.0115}
            },
            new double[][] {
                {0, 1, 0, 0, 0, 0},
                {-0.0404, 0.8404, 0.2344, -0.0216, -0.0196, 0.0068},
                {-0.0497, 0.6229, 0.5014, -0.0646, -0.0181, 0.0081},
                {-0.0389, 0.3849, 0.7534, -0.1006, -0.0041, 0.0053},
                {-0.0191, 0.1659, 0.9354, -0.0906, 0.0069, 0.0015}
            },
            new double[][] {
                {0, 0, 1, 0, 0, 0},
                {0.0117, -0.0921, 0.9234, 0.1854, -0.0311, 0.0027},
                {0.0137, -0.1101, 0.7194, 0.4454, -0.0771, 0.0087},
                {0.0087, -0.0771, 0.4454, 0.7194, -0.1101, 0.0137},
                {0.0027, -0.0311, 0.1854, 0.9234, -0.0921, 0.0117}
            }),
    MODIFIED(
            new double[][] {
                {1, 0, 0, 0, 0, 0},
                {0.6668, 0.5270, -0.2640, 0.0820, -0.0140, 0.0022},
                {0.4099, 0.8592, -0.3598, 0.1052, -0.0173, 0.0028},
                {0.2196, 1.0279, -0.3236, 0.0874, -0.0136, 0.0023},
                {0.0862, 1.0644, -0.1916, 0.0464, -0.0066, 0.0012}
            },
            new double[][] {
                {0, 1, 0, 0, 0, 0},
                {-0.0486, 0.8655, 0.2160, -0.0350, 0.0030, -0.0009},
                {-0.0689, 0.6903, 0.4238, -0.0442, 0.0003, -0.0013},
                {-0.0697, 0.5018, 0.5938, -0.0152, -0.0097, -0.0010},
                {-0.0589, 0.3233, 0.7038, 0.0578, -0.0257, -0.0003}
            },
            new double[][] {
                {-0.0430, 0.1720, 0.7420, 0.1720, -0.0430, 0},
                {-0.0270, 0.0587, 0.7072, 0.3162, -0.0538, -0.0013},
                {-0.0141, -0.0132, 0.6098, 0.4708, -0.0477, -0.0056},
                {-0.0056, -0.0477, 0.4708, 0.6098, -0.0132, -0.0141},
                {-0.0013, -0.0538, 0.3162, 0.7072, 0.0587, -0.0270}
            });

    private static final int TERMS = 6;
    private static final int STEP = 5;

    private final double[][] first;
    private final double[][] second;
    private final double[][] middle;

    BeersInterpolation(double[][] first, double[][] second, double[][] middle) {
        this.first = first;
        this.second = second;
        this.middle = middle;
    }

    /** Values at every year from the first to the last point; six points at least. */
    public double[] interpolate(double[] points) {
        if (points.length < TERMS) {
            throw new IllegalArgumentException("%d points: a six-term formula needs six".formatted(points.length));
        }
        int last = points.length - 1;
        double[] values = new double[last * STEP + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(points, i / STEP, i % STEP);
        }
        return values;
    }

    private double value(double[] points, int interval, int i) {
        int last = points.length - 1;
        if (interval == last) {
            return points[last];
        }
        int fromEnd = last - 1 - interval;
        if (interval >= 2 && fromEnd >= 2) {
            return weighted(middle[i], points, interval - 2, 1);
        }
        if (interval <= fromEnd && interval < 2) {
            return weighted(interval == 0 ? first[i] : second[i], points, 0, 1);
        }
        if (i == 0) {
            return fromEnd == 0 ? points[interval] : weighted(middle[0], points, interval - 2, 1);
        }
        return weighted(fromEnd == 0 ? first[STEP - i] : second[STEP - i], points, last, -1);
    }

    private static double weighted(double[] weights, double[] points, int start, int direction) {
        double sum = 0;
        for (int k = 0; k < TERMS; k++) {
            if (weights[k] == 0) {
                continue;
            }
            sum += weights[k] * points[start + direction * k];
        }
        return sum;
    }
}

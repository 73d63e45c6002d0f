package org.junheng.demography.graduation;

/**
 * A published six- or five-term formula that splits five-year groups into single ages: three panels of coefficients;
 * the panels of the two last groups are those of the two first, turned round.
 *
 * <p>Sources: Beers 1944 and 1945, Sprague 1880, as printed in Shryock and Siegel 1973, app. C.
 *
 * @param first [single age][group] for the first group, from the first five groups
 * @param second the same for the second group
 * @param middle for any other group, from the two groups on each side of it and itself
 */
record Coefficients(double[][] first, double[][] second, double[][] middle) {

    static final Coefficients BEERS_ORDINARY = new Coefficients(
            new double[][] {
                {0.3333, -0.1636, -0.0210, 0.0796, -0.0283},
                {0.2595, -0.0780, 0.0130, 0.0100, -0.0045},
                {0.1924, 0.0064, 0.0184, -0.0256, 0.0084},
                {0.1329, 0.0844, 0.0054, -0.0356, 0.0129},
                {0.0819, 0.1508, -0.0158, -0.0284, 0.0115}
            },
            new double[][] {
                {0.0404, 0.2000, -0.0344, -0.0128, 0.0068},
                {0.0093, 0.2268, -0.0402, 0.0028, 0.0013},
                {-0.0108, 0.2272, -0.0248, 0.0112, -0.0028},
                {-0.0198, 0.1992, 0.0172, 0.0072, -0.0038},
                {-0.0191, 0.1468, 0.0822, -0.0084, -0.0015}
            },
            new double[][] {
                {-0.0117, 0.0804, 0.1570, -0.0284, 0.0027},
                {-0.0020, 0.0160, 0.2200, -0.0400, 0.0060},
                {0.0050, -0.0280, 0.2460, -0.0280, 0.0050},
                {0.0060, -0.0400, 0.2200, 0.0160, -0.0020},
                {0.0027, -0.0284, 0.1570, 0.0804, -0.0117}
            });

    static final Coefficients BEERS_MODIFIED = new Coefficients(
            new double[][] {
                {0.3332, -0.1938, 0.0702, -0.0118, 0.0022},
                {0.2569, -0.0753, 0.0205, -0.0027, 0.0006},
                {0.1903, 0.0216, -0.0146, 0.0032, -0.0005},
                {0.1334, 0.0969, -0.0351, 0.0059, -0.0011},
                {0.0862, 0.1506, -0.0410, 0.0054, -0.0012}
            },
            new double[][] {
                {0.0486, 0.1831, -0.0329, 0.0021, -0.0009},
                {0.0203, 0.1955, -0.0123, -0.0031, -0.0004},
                {0.0008, 0.1893, 0.0193, -0.0097, 0.0003},
                {-0.0108, 0.1677, 0.0577, -0.0153, 0.0007},
                {-0.0159, 0.1354, 0.0972, -0.0170, 0.0003}
            },
            new double[][] {
                {-0.0160, 0.0973, 0.1321, -0.0121, -0.0013},
                {-0.0129, 0.0590, 0.1564, 0.0018, -0.0043},
                {-0.0085, 0.0260, 0.1650, 0.0260, -0.0085},
                {-0.0043, 0.0018, 0.1564, 0.0590, -0.0129},
                {-0.0013, -0.0121, 0.1321, 0.0973, -0.0160}
            });

    static final Coefficients SPRAGUE = new Coefficients(
            new double[][] {
                {0.3616, -0.2768, 0.1488, -0.0336, 0},
                {0.2640, -0.0960, 0.0400, -0.0080, 0},
                {0.1840, 0.0400, -0.0320, 0.0080, 0},
                {0.1200, 0.1360, -0.0720, 0.0160, 0},
                {0.0704, 0.1968, -0.0848, 0.0176, 0}
            },
            new double[][] {
                {0.0336, 0.2272, -0.0752, 0.0144, 0},
                {0.0080, 0.2320, -0.0480, 0.0080, 0},
                {-0.0080, 0.2160, -0.0080, 0, 0},
                {-0.0160, 0.1840, 0.0400, -0.0080, 0},
                {-0.0176, 0.1408, 0.0912, -0.0144, 0}
            },
            new double[][] {
                {-0.0128, 0.0848, 0.1504, -0.0240, 0.0016},
                {-0.0016, 0.0144, 0.2224, -0.0416, 0.0064},
                {0.0064, -0.0336, 0.2544, -0.0336, 0.0064},
                {0.0064, -0.0416, 0.2224, 0.0144, -0.0016},
                {0.0016, -0.0240, 0.1504, 0.0848, -0.0128}
            });

    private static final int GROUP = 5;

    /** Single ages of all groups, exactly as the formula gives them. */
    double[] apply(double[] groups) {
        int last = groups.length - 1;
        double[] singles = new double[groups.length * GROUP];
        for (int group = 0; group <= last; group++) {
            for (int i = 0; i < GROUP; i++) {
                singles[group * GROUP + i] = single(groups, group, i);
            }
        }
        return singles;
    }

    private double single(double[] groups, int group, int i) {
        int last = groups.length - 1;
        int fromEnd = last - group;
        if (group >= 2 && fromEnd >= 2) {
            return weighted(middle[i], groups, group - 2, 1);
        }
        boolean turned = group > fromEnd;
        double[][] panel = Math.min(group, fromEnd) == 0 ? first : second;
        return turned ? weighted(panel[GROUP - 1 - i], groups, last, -1) : weighted(panel[i], groups, 0, 1);
    }

    private static double weighted(double[] weights, double[] groups, int start, int direction) {
        double sum = 0;
        for (int k = 0; k < GROUP; k++) {
            sum += weights[k] * groups[start + direction * k];
        }
        return sum;
    }
}

package org.junheng.demography.regional;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a population: persons by area, sex (males, females, both) and age group (five-year groups, then all
 * ages). Areas are the regions themselves, followed by any unions of regions: the sum is taken within each trajectory,
 * because quantiles do not add up.
 */
public final class Summary {

    /** Sexes kept: males, females, both. */
    public static final int SEXES = 3;

    private static final int WIDTH = 5;

    private final Layout layout;
    private final List<int[]> unions;
    private final int groups;

    /** @param unions areas beyond the regions, each by the numbers of its regions */
    public Summary(Layout layout, List<int[]> unions) {
        this.layout = layout;
        this.unions = new ArrayList<>(unions);
        this.groups = (layout.ages() - 1) / WIDTH + 2;
    }

    /** Areas kept: the regions, then the unions. */
    public int areas() {
        return layout.regions() + unions.size();
    }

    /** Age groups kept: five-year groups, the last of them open, then all ages together. */
    public int groups() {
        return groups;
    }

    /** Numbers kept of one population. */
    public int size() {
        return areas() * SEXES * groups;
    }

    /** Position of a number in the summary; sex 0 males, 1 females, 2 both. */
    public int index(int area, int sex, int group) {
        return (area * SEXES + sex) * groups + group;
    }

    /** Fills {@code into} with the summary of a population. */
    void fill(double[][] population, double[] into) {
        for (int region = 0; region < layout.regions(); region++) {
            one(population[region], region, into);
        }
        int area = layout.regions();
        int stride = SEXES * groups;
        for (int[] union : unions) {
            int to = area * stride;
            for (int i = 0; i < stride; i++) {
                double sum = 0;
                for (int region : union) {
                    sum += into[region * stride + i];
                }
                into[to + i] = sum;
            }
            area++;
        }
    }

    private void one(double[] population, int region, double[] into) {
        int male = index(region, 0, 0);
        int both = index(region, 2, 0);
        for (int sex = 0; sex < 2; sex++) {
            int to = index(region, sex, 0);
            int from = sex * layout.ages();
            double all = 0;
            for (int group = 0; group < groups - 1; group++) {
                double sum = 0;
                int end = Math.min((group + 1) * WIDTH, layout.ages());
                for (int age = group * WIDTH; age < end; age++) {
                    sum += population[from + age];
                }
                into[to + group] = sum;
                all += sum;
            }
            into[to + groups - 1] = all;
        }
        for (int group = 0; group < groups; group++) {
            into[both + group] = into[male + group] + into[male + groups + group];
        }
    }
}

package org.junheng.demography.regional;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a population: persons by area, sex (males, females, both) and age group (five-year groups, then all
 * ages), and, where asked for, the year's births by order and deaths by area, and sums of persons weighted by sex and
 * age. Areas are the regions themselves, followed by any unions of regions: the sum is taken within each trajectory,
 * because quantiles do not add up.
 */
public final class Summary {

    /** Sexes kept: males, females, both. */
    public static final int SEXES = 3;

    private static final int WIDTH = 5;

    private final Layout layout;
    private final List<int[]> unions;
    private final int groups;
    private final int orders;
    private final List<double[]> weights;

    /** @param unions areas beyond the regions, each by the numbers of its regions */
    public Summary(Layout layout, List<int[]> unions) {
        this(layout, unions, 0, List.of());
    }

    /**
     * @param unions areas beyond the regions, each by the numbers of its regions
     * @param orders birth orders of the model; births and deaths are kept too. Zero keeps persons only
     * @param weights sums to keep besides, each with a weight per person by cell of a region's row
     */
    public Summary(Layout layout, List<int[]> unions, int orders, List<double[]> weights) {
        this.layout = layout;
        this.unions = new ArrayList<>(unions);
        this.groups = (layout.ages() - 1) / WIDTH + 2;
        this.orders = orders;
        this.weights = List.copyOf(weights);
    }

    /** Areas kept: the regions, then the unions. */
    public int areas() {
        return layout.regions() + unions.size();
    }

    /** Age groups kept: five-year groups, the last of them open, then all ages together. */
    public int groups() {
        return groups;
    }

    /** Numbers kept of one population and the year before it. */
    public int size() {
        return areas() * (SEXES * groups + events() + weights.size());
    }

    /** Position of a number of persons in the summary; sex 0 males, 1 females, 2 both. */
    public int index(int area, int sex, int group) {
        return (area * SEXES + sex) * groups + group;
    }

    /** Position of an area's births of an order in the summary; order 0 is all of them together. */
    public int birthsIndex(int area, int order) {
        return areas() * SEXES * groups + area * events() + order;
    }

    /** Position of an area's deaths in the summary. */
    public int deathsIndex(int area) {
        return birthsIndex(area, orders + 1);
    }

    /** Position of an area's weighted sum in the summary. */
    public int weightedIndex(int area, int number) {
        return areas() * (SEXES * groups + events()) + area * weights.size() + number;
    }

    boolean keepsEvents() {
        return orders > 0;
    }

    private int events() {
        return orders == 0 ? 0 : orders + 2;
    }

    /** Fills {@code into} with the summary of a population. */
    void fill(double[][] population, double[] into) {
        for (int region = 0; region < layout.regions(); region++) {
            one(population[region], region, into);
        }
        unite(into, 0, SEXES * groups);
        for (int region = 0; region < layout.regions(); region++) {
            for (int number = 0; number < weights.size(); number++) {
                into[weightedIndex(region, number)] = weighted(population[region], weights.get(number));
            }
        }
        unite(into, areas() * (SEXES * groups + events()), weights.size());
    }

    private static double weighted(double[] row, double[] weights) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < row.length; i += 2) {
            even += weights[i] * row[i];
            odd += weights[i + 1] * row[i + 1];
        }
        return even + odd;
    }

    /** Fills {@code into} with the births and deaths of the last step. */
    void fill(Tally.Kept tally, double[] into) {
        for (int region = 0; region < layout.regions(); region++) {
            double all = 0;
            for (int order = 1; order <= orders; order++) {
                into[birthsIndex(region, order)] = tally.births(region, order - 1);
                all += tally.births(region, order - 1);
            }
            into[birthsIndex(region, 0)] = all;
            into[deathsIndex(region)] = tally.deaths(region);
        }
        unite(into, areas() * SEXES * groups, events());
    }

    private void unite(double[] into, int offset, int stride) {
        int to = offset + layout.regions() * stride;
        for (int[] union : unions) {
            for (int i = 0; i < stride; i++) {
                double sum = 0;
                for (int region : union) {
                    sum += into[offset + region * stride + i];
                }
                into[to + i] = sum;
            }
            to += stride;
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

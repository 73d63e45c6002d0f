package org.junheng.demography.consequences;

/**
 * From which age people draw a pension under the decision of 13 September 2024 (国务院关于渐进式延迟法定退休年龄的办法): by month of
 * birth, one month later for every few months, until the new age is reached. Early and late retirement by choice are
 * not counted.
 *
 * @param before age until 2024, in years
 * @param most months it is raised by in the end
 * @param every months of birth that share a month's delay
 */
public record PensionAge(int before, int most, int every) {

    /** Men: 60, in the end 63. */
    public static final PensionAge MEN = new PensionAge(60, 36, 4);

    /** Women in posts of cadres: 55, in the end 58. */
    public static final PensionAge WOMEN_CADRES = new PensionAge(55, 36, 4);

    /** Women workers: 50, in the end 55. */
    public static final PensionAge WOMEN_WORKERS = new PensionAge(50, 60, 2);

    private static final int FIRST_YEAR = 2025;
    private static final int MONTHS = 12;

    /** Months by which those born in a month draw it later than before. */
    public int delay(int birthYear, int birthMonth) {
        int since = (birthYear + before - FIRST_YEAR) * MONTHS + birthMonth - 1;
        return since < 0 ? 0 : Math.min(most, since / every + 1);
    }

    /**
     * Share of those of a completed age at the end of a year who are of pension age; births spread evenly over months.
     */
    public double share(int age, int year) {
        int drawing = 0;
        for (int month = 1; month <= MONTHS; month++) {
            int monthsOld = age * MONTHS + MONTHS - month;
            if (monthsOld >= before * MONTHS + delay(year - age, month)) {
                drawing++;
            }
        }
        return drawing / (double) MONTHS;
    }

    /** Persons of pension age among some by single age. */
    public double persons(double[] byAge, int year) {
        double persons = 0;
        for (int age = before; age < byAge.length; age++) {
            persons += byAge[age] * share(age, year);
        }
        return persons;
    }
}

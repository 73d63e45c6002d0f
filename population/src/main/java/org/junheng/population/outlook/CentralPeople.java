package org.junheng.population.outlook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.consequences.SchemeCost;
import org.junheng.demography.regional.Accounts;

/**
 * The people of the central projection one by one: by area, sex, single age and birth order. Children born since the
 * base have the orders of their year of birth and county; older ones those of the first year projected.
 */
public final class CentralPeople implements SchemeCost.People {

    private final Outlook outlook;
    private final List<Accounts.Year> years;
    private final Map<String, OutlookArea> areas = new HashMap<>();

    /** @param outlook the outlook whose central rates are run */
    public CentralPeople(Outlook outlook) {
        this.outlook = outlook;
        this.years = outlook.accounts();
        outlook.listAreas().forEach(area -> areas.put(area.id(), area));
    }

    @Override
    public double count(int year, String area, Sex sex, int age, int order) {
        OutlookArea place = areas.get(area);
        if (place == null) {
            throw new IllegalArgumentException("no area %s in this outlook".formatted(area));
        }
        double count = 0;
        for (int region : place.regions()) {
            double persons = population(year)[region][outlook.model().layout().cell(sex, age)];
            count += persons * (order == SchemeCost.ANY_ORDER ? 1 : share(region, year - age, order));
        }
        return count;
    }

    /** An area's people by sex and single age. */
    public BySex persons(OutlookArea area, int year) {
        BySex persons = BySex.zeros(China.AGES);
        for (int region : area.regions()) {
            for (Sex sex : Sex.values()) {
                int from = outlook.model().layout().cell(sex, 0);
                for (int age = 0; age < China.AGES; age++) {
                    persons.of(sex)[age] += population(year)[region][from + age];
                }
            }
        }
        return persons;
    }

    private double[][] population(int year) {
        int steps = year - outlook.baseYear();
        return steps == 0 ? outlook.model().base() : years.get(steps - 1).population();
    }

    private double share(int region, int born, int order) {
        Accounts.Year year = years.get(Math.clamp(born - outlook.baseYear() - 1L, 0, years.size() - 1));
        return order > outlook.model().orders() ? 0 : year.births(region, order) / year.births(region);
    }
}

package org.junheng.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;

/**
 * Counts of the register by today's knowledge, one set-based statement each; a county takes about a second. For service
 * actors only: the counts cross all areas and are not disclosure-controlled.
 *
 * <p>Areas are townships, or counties where the register knows no finer place. Every event and every person counts once
 * in each {@link Base}, at the place the base looks at:
 *
 * <ul>
 *   <li>a birth counts to the hukou base where the child is first registered within a year of its birth, until then
 *       where its mother is registered on the day; to the other two bases at the child's place on the day, where it has
 *       none at the mother's;
 *   <li>a death, and a person on a day, count at the person's place on the day; a child born since the register is
 *       complete and without a place of its own yet, at its mother's;
 *   <li>who has no known place counts nowhere: a notice whose mother is unknown is first verified (协查).
 * </ul>
 */
public interface PopulationCounts {

    /** Births in the given months. */
    List<Births> countBirths(Collection<YearMonth> months);

    /** Deaths in the given months. */
    List<Deaths> countDeaths(Collection<YearMonth> months);

    /**
     * Persons alive at the end of each of the given days.
     *
     * @param birthYears only persons born in these years
     * @param days at the end of these days
     * @param completeFrom children born since then take their mother's place while they have none
     */
    List<Persons> countPersons(Collection<Integer> birthYears, Collection<LocalDate> days, LocalDate completeFrom);

    /**
     * What has to be counted anew after events of the given persons: their own births and deaths as known now or
     * before, those of the children who take a place from them, and the births of the mother's other children, whose
     * order they may change.
     */
    Concerned listConcerned(Collection<UUID> persons);

    /**
     * Births.
     *
     * @param base which population
     * @param area township, or county
     * @param month month of the birth
     * @param sex sex
     * @param order birth order (孩次) by parentage: live births of the same mother in order of date; 1, 2, or 3 for third
     *     and later; the parity a hospital reports (产次) plays no part; 0 where the mother is unknown, or her household
     *     registration is (one known from a notice only), so that earlier births may be missing
     * @param births how many
     */
    record Births(Base base, AreaCode area, YearMonth month, Sex sex, int order, int births) {}

    /**
     * Deaths.
     *
     * @param base which population
     * @param area township, or county
     * @param month month of the death
     * @param sex sex
     * @param deaths how many
     */
    record Deaths(Base base, AreaCode area, YearMonth month, Sex sex, int deaths) {}

    /**
     * Persons on a day.
     *
     * @param base which population
     * @param area township, or county
     * @param day the day
     * @param sex sex
     * @param birthYear calendar year of birth
     * @param age age in completed years on the day
     * @param persons how many
     */
    record Persons(Base base, AreaCode area, LocalDate day, Sex sex, int birthYear, int age, int persons) {}

    /**
     * What has to be counted anew.
     *
     * @param births months of births
     * @param deaths months of deaths
     * @param birthYears years of birth of persons who may count elsewhere
     */
    record Concerned(Set<YearMonth> births, Set<YearMonth> deaths, Set<Integer> birthYears) {

        public Concerned {
            births = Set.copyOf(births);
            deaths = Set.copyOf(deaths);
            birthYears = Set.copyOf(birthYears);
        }
    }
}

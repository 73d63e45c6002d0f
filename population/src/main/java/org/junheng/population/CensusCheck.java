package org.junheng.population;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Gazetteer;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.World;

/** Compares a synthetic county with what was counted: cells at the census, stocks and flows afterwards. */
final class CensusCheck {

    private final CountySpec spec;
    private final World world;
    private final Gazetteer gazetteer;
    private final Assumptions assumptions = Assumptions.load();
    private final CensusArea census;

    CensusCheck(CountySpec spec, World world) {
        this.spec = spec;
        this.world = world;
        this.gazetteer = world.gazetteer;
        this.census = Census.load().get(spec.area()).scaled(spec.scale());
    }

    /** Usual residents of the census day by age group and sex. */
    List<CellCheck> cells() {
        List<CellCheck> checks = new ArrayList<>();
        int[][] counts = new int[2][census.cells().size()];
        for (Person person : world.people) {
            if (livesHere(person, Day.CENSUS)) {
                counts[person.male ? 1 : 0][group(person.age(Day.CENSUS))]++;
            }
        }
        for (int i = 0; i < census.cells().size(); i++) {
            AgeCell cell = census.cells().get(i);
            checks.add(new CellCheck(cell.label(), "male", cell.male(), counts[1][i]));
            checks.add(new CellCheck(cell.label(), "female", cell.female(), counts[0][i]));
        }
        return checks;
    }

    private int group(int age) {
        int group = 0;
        while (!census.cells().get(group).contains(age)) {
            group++;
        }
        return group;
    }

    private boolean livesHere(Person person, int on) {
        return person.birth <= on && person.isAlive(on) && gazetteer.isHere(person.residence.at(on));
    }

    private boolean isRegistered(Person person, int on) {
        return person.birth <= on && person.isAlive(on) && gazetteer.isHere(person.hukou.at(on));
    }

    /** Totals of the census, then stocks and flows of each whole year up to the county's day. */
    List<FigureCheck> figures() {
        List<FigureCheck> checks = new ArrayList<>();
        int minorities = (int) Math.round(census.population() * census.minorityPercent() / 100);
        checks.add(census("residents", census.population(), person -> livesHere(person, Day.CENSUS) ? 1 : 0));
        checks.add(census("elsewhere", census.elsewhere().outside(), person -> isIncomer(person) ? 1 : 0));
        checks.add(census("in.county", census.elsewhere().inCounty(), person -> isOfOtherTownship(person) ? 1 : 0));
        checks.add(census(
                "minorities", minorities, person -> livesHere(person, Day.CENSUS) && person.ethnicity != 1 ? 1 : 0));
        for (int year = Day.year(Day.CENSUS); Day.of(year, 12, 31) <= Day.of(spec.on()); year++) {
            int end = Day.of(year, 12, 31);
            checks.add(of("hukou.male", year, person -> person.male && isRegistered(person, end) ? 1 : 0));
            checks.add(of("hukou.female", year, person -> !person.male && isRegistered(person, end) ? 1 : 0));
            checks.add(of("residents", year, person -> livesHere(person, end) ? 1 : 0));
            checks.add(of("births", year, person -> isBirth(person, end) ? 1 : 0));
            checks.add(of("deaths", year, person -> isDeath(person, end) ? 1 : 0));
        }
        return checks;
    }

    private int count(ToIntFunction<Person> counts) {
        int sum = 0;
        for (Person person : world.people) {
            sum += counts.applyAsInt(person);
        }
        return sum;
    }

    private boolean isIncomer(Person person) {
        return livesHere(person, Day.CENSUS) && !isRegistered(person, Day.CENSUS);
    }

    private boolean isOfOtherTownship(Person person) {
        return livesHere(person, Day.CENSUS)
                && isRegistered(person, Day.CENSUS)
                && person.hukou.at(Day.CENSUS) != person.residence.at(Day.CENSUS);
    }

    private boolean isBirth(Person person, int yearEnd) {
        return isOfYear(person.birth, yearEnd) && gazetteer.isHere(person.hukou.at(person.birth));
    }

    private boolean isDeath(Person person, int yearEnd) {
        return person.isDead() && isOfYear(person.death, yearEnd) && gazetteer.isHere(person.hukou.at(person.death));
    }

    private static boolean isOfYear(int day, int yearEnd) {
        int daysOfYear = Day.date(yearEnd).lengthOfYear();
        return day > Day.CENSUS && day <= yearEnd && day > yearEnd - daysOfYear;
    }

    private FigureCheck of(String id, int year, ToIntFunction<Person> counts) {
        Assumption figure = assumptions.get(id + "." + year);
        String base = id.equals("residents") ? "usual-residents" : "hukou";
        return new FigureCheck(
                figure.id(),
                figure.zh(),
                figure.en(),
                base,
                Day.date(Day.of(year, 12, 31)),
                Math.round(figure.value() * spec.scale()),
                count(counts),
                figure.status() == Assumption.Status.SOURCE
                        ? figure.source()
                        : figure.status().word());
    }

    private FigureCheck census(String id, int target, ToIntFunction<Person> counts) {
        String zh = switch (id) {
            case "residents" -> "普查常住人口";
            case "elsewhere" -> "户籍在县外的常住人口";
            case "in.county" -> "户籍在县内其他乡镇的常住人口";
            default -> "常住少数民族人口";
        };
        int counted = count(counts);
        return new FigureCheck(
                "census." + id,
                zh,
                "Census: " + id,
                "usual-residents",
                CountySpec.FIRST_DAY,
                target,
                counted,
                "第七次全国人口普查");
    }
}

package org.junheng.population.internal.census;

import java.util.ArrayList;
import java.util.List;
import org.junheng.kernel.AreaCode;
import org.junheng.population.CastMember;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Reason;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/**
 * Three families that every demonstration needs, taken out of the census cells like all others: a young couple in
 * Luoyang Town who expect a child, a family who live outside the county, and a widow whose only child died.
 */
public final class DemonstrationFamilies {

    private final World world;
    private final List<CastMember> members = new ArrayList<>();

    public DemonstrationFamilies(World world) {
        this.world = world;
    }

    public List<CastMember> reserve() {
        expecting();
        migrant();
        special();
        return List.copyOf(members);
    }

    private void expecting() {
        int luoyang = township("330329100");
        Person wife = take("expecting-mother", false, Day.of(1997, 4, 12), Standing.AT_HOME, "居住在罗阳镇，怀孕待产，尚无子女");
        Person husband = take("expecting-father", true, Day.of(1995, 6, 18), Standing.AT_HOME, "罗阳镇户籍，待产家庭的丈夫");
        live(wife, township("330329104"), luoyang, Day.of(2012, 9, 1));
        live(husband, luoyang, luoyang, husband.birth + 1);
        world.marry(husband, wife, Day.of(2024, 5, 20));
    }

    private void migrant() {
        int hangzhou = world.gazetteer.indexOf(AreaCode.of("330110"));
        int sixi = township("330329104");
        Person father = take("migrant-father", true, Day.of(1992, 3, 5), Standing.AWAY, "泗溪镇户籍，居住在杭州市余杭区");
        Person wife = take("migrant-wife", false, Day.of(1993, 11, 20), Standing.AWAY, "雅阳镇户籍，居住在杭州市余杭区");
        live(father, sixi, hangzhou, Day.of(2014, 7, 1));
        live(wife, township("330329106"), hangzhou, Day.of(2016, 7, 1));
        Union union = world.marry(father, wife, Day.of(2022, 10, 1));
        Person child = world.person(false, Day.of(2025, 9, 18), Standing.AWAY);
        cast("migrant-child", child, "随父落户泗溪镇，居住在杭州市余杭区");
        child.hukou.begin(child.birth, sixi);
        child.residence.begin(child.birth, hangzhou);
        union.add(child);
    }

    private void special() {
        int shiyang = township("330329107");
        Person mother = take("special-mother", false, Day.of(1957, 12, 10), Standing.AT_HOME, "仕阳镇户籍，计划生育特殊家庭，丧偶");
        Person husband = world.person(true, Day.of(1955, 2, 20), Standing.AT_HOME);
        Person child = world.person(true, Day.of(1983, 8, 15), Standing.AT_HOME);
        husband.cast = true;
        husband.death = Day.of(2009, 5, 14);
        child.death = Day.of(2011, 6, 3);
        cast("special-child", child, "独生子，2011年去世");
        Union union = world.marry(husband, mother, Day.of(1981, 10, 6));
        union.end(husband.death, true);
        union.add(child);
        for (Person person : List.of(mother, husband, child)) {
            live(person, shiyang, shiyang, person.birth + 1);
        }
    }

    private int township(String code) {
        return world.gazetteer.indexOf(AreaCode.of(code));
    }

    /** Somebody of the age that a birthday means at the census, or about it in a very small county. */
    private Person take(String role, boolean male, int birth, Standing standing, String note) {
        int age = Day.age(birth, Day.CENSUS);
        Person person = world.people.stream()
                .filter(each -> each.male == male && each.standing == standing && !each.cast)
                .filter(each -> each.age(Day.CENSUS) / 5 == age / 5)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The county is too small to hold a person aged about %d for %s.".formatted(age, role)));
        person.birth = birth;
        cast(role, person, note);
        return person;
    }

    private void cast(String role, Person person, String note) {
        person.cast = true;
        members.add(new CastMember(role, person.key, note));
    }

    private static void live(Person person, int registered, int living, int since) {
        person.hukou.begin(person.birth, registered);
        person.residence.begin(person.birth, registered);
        if (living != registered) {
            person.residence.move(since, living, Reason.WORK);
        }
    }
}

package org.junheng.population.internal.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Union;
import org.junheng.tables.RowAppender;

/** The rows of the union, kinship and only-child tables. */
public final class FamilyFiles {

    private static final int CERTIFICATES_FROM = Day.of(1979, 9, 1);
    private static final int CERTIFICATES_TO = Day.of(2016, 1, 1);

    private final AsOf county;

    public FamilyFiles(AsOf county) {
        this.county = county;
    }

    public void unions(RowAppender rows) {
        for (Union union : county.unions()) {
            rows.add(union.key).add(union.husband.key).add(union.wife.key).addDay(union.married);
            rows.add(county.area(union.registeredAt));
            if (union.ended <= county.on()) {
                rows.addDay(union.ended).add(union.endedByDeath ? "death" : "divorce");
            } else {
                rows.addNull().addNull();
            }
            rows.add(union.husband.unions.indexOf(union) + 1).add(union.wife.unions.indexOf(union) + 1);
            rows.end();
        }
    }

    public void kinships(RowAppender rows) {
        for (Person child : county.people()) {
            Person mother = child.mother;
            Person father = child.father;
            if (mother == null || father == null) {
                continue;
            }
            Union union = unionOf(child, mother);
            rows.add(child.key).add(mother.key).add(father.key).add("biological");
            rows.add(birthOrder(child, mother)).add(child.plurality);
            if (union == null) {
                rows.addNull();
            } else {
                rows.add(union.key);
            }
            rows.end();
        }
    }

    private @Nullable Union unionOf(Person child, Person mother) {
        return mother.unions.stream()
                .filter(union -> union.children.contains(child) && union.married <= county.on())
                .findFirst()
                .orElse(null);
    }

    /** Among the mother's live births. */
    static int birthOrder(Person child, Person mother) {
        return children(mother).indexOf(child) + 1;
    }

    /** All children of a woman in order of birth. */
    static List<Person> children(Person mother) {
        if (mother.unions.size() == 1) {
            return mother.unions.getFirst().children;
        }
        List<Person> all = new ArrayList<>();
        mother.unions.forEach(union -> all.addAll(union.children));
        all.sort(Comparator.<Person>comparingInt(child -> child.birth).thenComparingInt(child -> child.key));
        return all;
    }

    /** @param share of the couples with one child who hold the certificate */
    public void onlyChildren(double share, RowAppender rows) {
        List<Union> holders = county.unions().stream()
                .filter(union -> union.wife.unions.size() == 1 && union.husband.unions.size() == 1)
                .filter(union -> !union.children.isEmpty())
                .sorted(Comparator.comparingInt(union -> union.children.getFirst().key))
                .toList();
        for (Union union : holders) {
            Person child = union.children.getFirst();
            Chance chance = Chance.of(county.world().seed(), "only child", child.key);
            int issued = child.birth + chance.between(90, 2000);
            if ((child.cast || chance.happens(share)) && mayIssue(union, child, issued)) {
                rows.add(child.key).add(union.wife.key).add(union.husband.key).addDay(issued);
                rows.end();
            }
        }
    }

    /** One child and no other before the policy ended, parents married, parents and child alive, at that time. */
    private boolean mayIssue(Union union, Person child, int issued) {
        boolean alone = union.children.size() == 1 || union.children.get(1).birth >= CERTIFICATES_TO;
        boolean here = county.world().gazetteer.isHere(union.wife.hukou.at(issued))
                || county.world().gazetteer.isHere(union.husband.hukou.at(issued));
        return alone
                && here
                && child.birth >= CERTIFICATES_FROM
                && issued < CERTIFICATES_TO
                && union.isActive(issued)
                && child.isAlive(issued);
    }
}

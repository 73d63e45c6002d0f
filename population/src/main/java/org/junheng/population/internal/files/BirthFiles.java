package org.junheng.population.internal.files;

import java.util.List;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.tables.RowAppender;

/** The rows of the birth and hospital tables. */
public final class BirthFiles {

    private static final int SINCE = Day.of(2016, 1, 1);
    private static final double PARITY_DIFFERS = 0.05;

    private final AsOf county;
    private final Hospitals hospitals = new Hospitals();

    public BirthFiles(AsOf county) {
        this.county = county;
    }

    public void births(RowAppender rows) {
        for (Person child : county.people()) {
            Person mother = child.mother;
            if (mother != null && child.birth >= SINCE) {
                birth(child, mother, rows);
            }
        }
    }

    private void birth(Person child, Person mother, RowAppender rows) {
        Person eldest = child;
        List<Person> siblings = FamilyFiles.children(mother);
        int deliveries = 0;
        for (Person sibling : siblings) {
            boolean anew = deliveries == 0 || siblings.get(siblings.indexOf(sibling) - 1).birth != sibling.birth;
            deliveries += sibling.birth <= child.birth && anew ? 1 : 0;
            eldest = sibling.birth == child.birth && sibling.key < eldest.key ? sibling : eldest;
        }
        Chance delivery = Chance.of(county.world().seed(), "delivery", eldest.key);
        Chance own = Chance.of(county.world().seed(), "newborn", child.key);
        boolean twin = child.plurality > 1;
        rows.add(child.key).add(mother.key);
        if (child.father == null) {
            rows.addNull();
        } else {
            rows.add(child.father.key);
        }
        rows.addDay(child.birth).add(child.male ? 1 : 2);
        rows.add(hospitals
                .draw(county.world().gazetteer.area(mother.residence.at(child.birth)), delivery)
                .id());
        rows.add((int) Math.clamp(own.normal(twin ? 2450 : 3270, 400), 900, 5200));
        rows.add((int) Math.clamp(delivery.normal(twin ? 36.5 : 39, 1.4), 26, 42));
        rows.add(deliveries + (delivery.happens(PARITY_DIFFERS) ? 1 : 0)).add(child.plurality);
        registered(child, delivery, rows);
    }

    private void registered(Person child, Chance delivery, RowAppender rows) {
        int day = child.birth + 2 + (int) delivery.exponential(22);
        if (day <= county.on() && day < child.death) {
            rows.addDay(day);
        } else {
            rows.addNull();
        }
        rows.end();
    }

    public void hospitals(RowAppender rows) {
        for (Hospitals.Hospital hospital : hospitals.list()) {
            rows.add(hospital.id()).add(hospital.name()).add(hospital.area().value());
            rows.end();
        }
    }
}

package org.junheng.population.internal.files;

import java.util.Optional;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Lottery;
import org.junheng.population.internal.model.Person;
import org.junheng.tables.RowAppender;

/** Disability certificates: who holds one, by age, and of which category and grade. */
public final class Disability {

    private static final int FIRST = Day.of(2010, 1, 1);
    private static final int LAST = Day.of(2026, 11, 30);

    /** A certificate in force for ten years. */
    record Certificate(String category, String grade, int certified) {

        int expires() {
            return Day.birthday(certified, 10);
        }
    }

    private final Lottery<String> categories = new Lottery<String>()
            .put("1", 11)
            .put("2", 15)
            .put("3", 2)
            .put("4", 52)
            .put("5", 9)
            .put("6", 8)
            .put("7", 3);
    private final Lottery<String> grades =
            new Lottery<String>().put("1", 12).put("2", 22).put("3", 30).put("4", 36);
    private final AsOf county;
    private final double share;

    /** @param share of all people who hold a certificate */
    public Disability(AsOf county, double share) {
        this.county = county;
        this.share = share;
    }

    Optional<Certificate> of(Person person) {
        Chance chance = Chance.of(county.world().seed(), "disability", person.key);
        double age = Day.years(person.birth, county.on());
        double relative = age < 18 ? 0.3 : age < 40 ? 0.6 : age < 60 ? 1.1 : 2;
        double draw = chance.real();
        int from = Math.max(FIRST, person.birth + (int) (3 * Day.YEAR));
        int certified = Math.max(chance.between(from, LAST), chance.between(from, LAST));
        boolean holds = draw < share * relative && certified <= county.on() && certified < person.death && !person.cast;
        return holds
                ? Optional.of(new Certificate(categories.draw(chance), grades.draw(chance), certified))
                : Optional.empty();
    }

    public void certificates(RowAppender rows) {
        for (Person person : county.people()) {
            of(person).ifPresent(certificate -> {
                rows.add(person.key).add(certificate.category).add(certificate.grade);
                rows.addDay(certificate.certified).addDay(certificate.expires()).end();
            });
        }
    }
}

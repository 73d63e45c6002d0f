package org.junheng.population.internal.files;

import java.util.Optional;
import org.junheng.kernel.ResidentId;
import org.junheng.population.internal.model.Day;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Surnames;
import org.junheng.population.internal.naming.Addresses;
import org.junheng.population.internal.naming.Contacts;
import org.junheng.population.internal.naming.IdNumbers;
import org.junheng.population.internal.naming.Names;
import org.junheng.tables.RowAppender;

/** The rows of the identity extract. */
public final class IdentityFiles {

    private static final double AGE_OF_PHONE = 13;
    private static final double AGE_OF_ACCOUNT = 18;

    private final AsOf county;
    private final Households households;
    private final Disability disability;
    private final Names names;
    private final IdNumbers idNumbers;
    private final Addresses addresses;
    private final Contacts contacts;

    public IdentityFiles(AsOf county, Households households, Disability disability, Surnames surnames) {
        long seed = county.world().seed();
        this.county = county;
        this.households = households;
        this.disability = disability;
        this.names = new Names(seed, surnames);
        this.idNumbers = new IdNumbers(county.world());
        this.addresses = new Addresses(seed);
        this.contacts = new Contacts(seed);
    }

    public void identities(RowAppender rows) {
        for (Person person : county.people()) {
            Optional<String> id = idNumbers.next(person).map(ResidentId::value);
            double age = Day.years(person.birth, county.on());
            boolean alive = !county.isDead(person);
            rows.add(person.key).add(names.of(person)).add(id.orElse(null));
            rows.add(alive && age >= AGE_OF_PHONE ? contacts.phone(person.key) : null);
            rows.add(hukouAddress(person)).add(residenceAddress(person));
            boolean account = alive && age >= AGE_OF_ACCOUNT;
            rows.add(account ? contacts.bank(person.key) : null).add(account ? contacts.account(person.key) : null);
            rows.add(disability
                    .of(person)
                    .flatMap(certificate -> id.map(value -> value + certificate.category() + certificate.grade()))
                    .orElse(null));
            rows.end();
        }
    }

    private String hukouAddress(Person person) {
        return addresses.of(county.world().gazetteer.area(person.hukou.at(county.on())), house(person));
    }

    /** At the address of registration where one lives there, else the household's own. */
    private String residenceAddress(Person person) {
        int head = households.headOf(person);
        Person host = county.world().people.get(head - 1);
        int place = host.residence.at(county.on());
        int house = place == host.hukou.at(county.on()) ? house(host) : head;
        return addresses.of(county.world().gazetteer.area(place), house);
    }

    /** The family book: wives in their husbands', sons and single daughters in their fathers' of the same place. */
    private int house(Person person) {
        Person spouse = person.male ? null : person.spouse(county.on());
        Person owner = spouse != null ? spouse : person.father;
        boolean leaves = spouse == null && !person.male && person.everMarried(county.on());
        boolean same = owner != null && owner.hukou.at(county.on()) == person.hukou.at(county.on());
        return owner == null || leaves || !same ? person.key : house(owner);
    }
}

package org.junheng.population.internal.census;

import java.util.List;
import org.junheng.population.Assumptions;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Person;
import org.junheng.population.internal.model.Standing;
import org.junheng.population.internal.model.Union;
import org.junheng.population.internal.model.World;

/** Gives everybody of the founding their places since birth, and marriages the office that registered them. */
public final class Settling {

    private final World world;
    private final Assumptions assumptions;

    public Settling(World world, Assumptions assumptions) {
        this.world = world;
        this.assumptions = assumptions;
    }

    public void settle() {
        HukouHistory hukou = new HukouHistory(world);
        ResidenceHistory residence = new ResidenceHistory(world);
        List<Person> everybody = List.copyOf(world.people);
        everybody.forEach(hukou::settle);
        everybody.forEach(residence::settle);
        Chance chance = world.chance("settling");
        double managedAway = assumptions.share("managed.away.percent");
        everybody.forEach(
                person -> person.managedAway = person.standing == Standing.AWAY && chance.happens(managedAway));
        world.unions.forEach(this::register);
    }

    private void register(Union union) {
        int place = union.husband.hukou.at(union.married);
        union.registeredAt = world.gazetteer.isHere(place) ? world.gazetteer.indexOf(world.gazetteer.county()) : place;
    }
}

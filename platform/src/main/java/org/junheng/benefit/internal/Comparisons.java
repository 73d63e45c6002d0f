package org.junheng.benefit.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.policy.Decision;
import org.junheng.register.AsOf;
import org.junheng.register.CorrectableFact;
import org.junheng.register.Corrections;
import org.junheng.register.PersonState;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.springframework.stereotype.Component;

/** Compares claims with what is known, as the present actor may see it. */
@Component
class Comparisons {

    private final SituationReader situations;
    private final Subsidy subsidy;
    private final Register register;
    private final Corrections corrections;
    private final Offices offices;
    private final Clock clock;

    Comparisons(Derivation.Parts parts, Register register, Corrections corrections, Offices offices, Clock clock) {
        this.situations = parts.situations();
        this.subsidy = parts.subsidy();
        this.register = register;
        this.corrections = corrections;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * A claim beside what is known.
     *
     * @param rows fact by fact
     * @param decision what the scheme says on it
     */
    record Compared(List<FactComparison.Row> rows, Decision decision) {

        /** Owed by the scheme, and nothing to look at. */
        boolean clean() {
            return decision instanceof Decision.Eligible && FactComparison.clean(rows);
        }
    }

    Compared compare(Claim claim) {
        var compared = compare(List.of(claim)).get(claim.id());
        if (compared == null) {
            throw new org.junheng.register.PersonNotFound(claim.unit());
        }
        return compared;
    }

    /** By claim; one whose child the register does not know is left out. */
    Map<UUID, Compared> compare(Collection<Claim> claims) {
        var asOf = AsOf.now(clock);
        var known = situations.read(claims.stream().map(Claim::unit).toList(), asOf);
        var names = names(known.values(), claims);
        var all = new LinkedHashMap<UUID, Compared>();
        for (var claim : claims) {
            var situation = known.get(claim.unit());
            if (situation != null) {
                var sides = new FactComparison.Sides(
                        situation,
                        claim.claimed(),
                        corrections.listStatements(claim.unit(), CorrectableFact.BORN_ON),
                        family(claim, situation, names),
                        offices.open(claim).holder());
                all.put(
                        claim.id(),
                        new Compared(
                                FactComparison.rows(sides), subsidy.decide(situation, claim.claimed(), asOf.on())));
            }
        }
        return all;
    }

    private Map<UUID, String> names(Collection<ChildSituation> known, Collection<Claim> claims) {
        var ids = new HashSet<UUID>();
        claims.forEach(claim -> {
            ids.add(claim.unit());
            ids.add(claim.applicant());
        });
        known.forEach(situation ->
                situation.child().parents().stream().map(PersonState.Parent::id).forEach(ids::add));
        return register.listSummaries(ids).stream().collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
    }

    private static Set<String> family(Claim claim, ChildSituation situation, Map<UUID, String> names) {
        var ids = new HashSet<>(List.of(claim.unit(), claim.applicant()));
        situation.child().parents().forEach(parent -> ids.add(parent.id()));
        return ids.stream()
                .filter(names::containsKey)
                .map(id -> names.getOrDefault(id, ""))
                .collect(Collectors.toSet());
    }
}

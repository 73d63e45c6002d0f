package org.junheng.linking.internal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.database.Loader;
import org.junheng.job.Jobs;
import org.junheng.job.Progress;
import org.junheng.kernel.AreaCode;
import org.junheng.linkage.Constraints;
import org.junheng.linkage.Entry;
import org.junheng.linkage.Frequencies;
import org.junheng.linkage.Layout;
import org.junheng.linkage.Linkage;
import org.junheng.linkage.Linker;
import org.junheng.linkage.Scorer;
import org.junheng.linkage.Waterfall;
import org.junheng.linking.internal.JdbcPairs.Found;
import org.junheng.linking.internal.JdbcPairs.Two;
import org.junheng.register.IdentityExtract;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares all persons of an area with each other, as a job. The identities are held in memory only while it runs. */
@Component
class DuplicateSearch {

    private static final Layout LAYOUT = Layout.mapped(
            "person",
            Map.of(
                    "name", "name", "sex", "sex", "born", "born", "id", "id", "phone", "phone", "area", "area",
                    "address", "address", "mother", "mother"));
    private static final long STEPS = 100;

    private final IdentityExtract identities;
    private final ReleasedModel released;
    private final JdbcPairs pairs;
    private final Jobs jobs;
    private final TransactionTemplate loading;

    DuplicateSearch(
            IdentityExtract identities,
            ReleasedModel released,
            JdbcPairs pairs,
            Jobs jobs,
            @Loader TransactionTemplate loading) {
        this.identities = identities;
        this.released = released;
        this.pairs = pairs;
        this.jobs = jobs;
        this.loading = loading;
    }

    /** Starts it for the present actor's first area. */
    UUID start() {
        var actor = Actors.get();
        var area = actor.areas().getFirst();
        return jobs.start("duplicates", progress -> {
            search(actor, area, progress);
            return "/duplicates";
        });
    }

    /** Compares and keeps what was found; returns how many pairs are new or changed. */
    int search(Actor actor, AreaCode area, Progress progress) {
        progress.at(0, STEPS);
        var entries = read(actor, area);
        var linkage = Linker.of(LAYOUT)
                .model(released.model())
                .constraints(apart(entries))
                .progress((done, all) -> progress.at(10 + 80 * done / Math.max(1, all), STEPS))
                .build()
                .deduplicate(entries);
        var found = found(entries, linkage);
        progress.at(95, STEPS);
        return Actors.call(actor, () -> loading.execute(status -> pairs.keep(released.version(), found)));
    }

    private List<Entry> read(Actor actor, AreaCode area) {
        var entries = new ArrayList<Entry>();
        Actors.run(actor, () -> identities.each(area, face -> entries.add(entry(face))));
        return entries;
    }

    private static Entry entry(IdentityExtract.Face face) {
        return Entry.read(LAYOUT, face.person().toString(), column -> switch (column) {
            case "name" -> face.name();
            case "sex" -> face.sex().code();
            case "born" -> face.bornOn().map(Object::toString).orElse("");
            case "id" -> face.idNumber().orElse("");
            case "phone" -> face.phone().orElse("");
            case "area" ->
                face.area().map(AreaCode::county).map(AreaCode::toString).orElse("");
            case "address" -> face.address().orElse("");
            case "mother" -> face.mother().orElse("");
            default -> "";
        });
    }

    /** Only those who are in this comparison can be kept apart in it. */
    private Constraints apart(List<Entry> entries) {
        var here = new HashMap<String, Entry>();
        entries.forEach(entry -> here.put(entry.id(), entry));
        var known = Actors.call(ServiceActor.COMPARING, () -> loading.execute(status -> pairs.listApart()));
        return new Constraints(
                List.of(),
                known.stream()
                        .map(two -> new Constraints.Ids(
                                two.one().toString(), two.other().toString()))
                        .filter(ids -> here.containsKey(ids.a()) && here.containsKey(ids.b()))
                        .toList());
    }

    private List<Found> found(List<Entry> entries, Linkage linkage) {
        var byId = new HashMap<String, Entry>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        var scorer = new Scorer(LAYOUT, linkage.model(), Frequencies.ofOneFile(LAYOUT, entries));
        return linkage.pairs().stream()
                .map(pair ->
                        found(requireNonNull(byId.get(pair.left())), requireNonNull(byId.get(pair.right())), scorer))
                .toList();
    }

    private Found found(Entry one, Entry other, Scorer scorer) {
        var waterfall = scorer.explain(one, other);
        return new Found(two(UUID.fromString(one.id()), UUID.fromString(other.id())), score(waterfall));
    }

    private Pair.Score score(Waterfall waterfall) {
        return new Pair.Score(
                released.version(),
                waterfall.weight(),
                waterfall.probability(),
                waterfall.bars().stream()
                        .map(bar -> new Pair.Bar(bar.name(), bar.level(), bar.bits()))
                        .toList());
    }

    /** In the order of the database, which compares the bytes. */
    private static Two two(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? new Two(one, other) : new Two(other, one);
    }
}

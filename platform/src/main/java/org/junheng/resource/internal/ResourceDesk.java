package org.junheng.resource.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junheng.resource.Resource;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.ResourceNotFound;
import org.junheng.resource.Resources;
import org.junheng.resource.internal.JdbcResources.Asked;
import org.junheng.resource.internal.JdbcResources.Entered;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps resources: what is entered holds from its first day on, and what was known before stays known for the days
 * before.
 */
@Component
class ResourceDesk implements Resources {

    private final JdbcResources resources;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    ResourceDesk(JdbcResources resources, TransactionTemplate reading, @Loader TransactionTemplate writing) {
        this.resources = resources;
        this.reading = reading;
        this.writing = writing;
    }

    /** What entering a resource did, or would do. */
    sealed interface Outcome {

        record Added(UUID series) implements Outcome {}

        record Changed(UUID series) implements Outcome {}

        /** It says what is known already. */
        record Same(UUID series) implements Outcome {}

        record Refused(Fault fault) implements Outcome {}
    }

    Page<Entered> list(Asked asked, PageRequest request) {
        return read(() -> resources.list(asked, request));
    }

    /** @throws ResourceNotFound if there is none in the reader's areas */
    List<Entered> series(UUID series) {
        var rows = read(() -> resources.ofSeries(series));
        if (rows.isEmpty()) {
            throw new ResourceNotFound(series);
        }
        return rows;
    }

    @Override
    public Map<ResourceKind, Held> held(AreaCode area, LocalDate on) {
        return read(() -> resources.held(area, on));
    }

    @Override
    public void openSample(AreaCode area, List<Resource> sample) {
        if (Actors.get().role() != Role.SERVICE) {
            throw new IllegalStateException("Samples are opened by the platform itself, not by "
                    + Actors.get().role());
        }
        writing.executeWithoutResult(status -> {
            if (sample.stream().noneMatch(each -> resources.last(each).isPresent())) {
                sample.forEach(each -> resources.add(UUID.randomUUID(), each));
            }
        });
    }

    /** Enters a resource that nobody has entered before, else refuses it. */
    Outcome enterNew(Resource resource) {
        return alone(() -> switch (judge(resource)) {
            case Outcome.Added added -> kept(added, resource);
            case Outcome.Changed _, Outcome.Same _ ->
                new Outcome.Refused(new Fault(ResourceColumn.INSTITUTION, Fault.Reason.IS_THERE));
            case Outcome.Refused refused -> refused;
        });
    }

    /** Enters a resource, or what is new about one. */
    Outcome enter(Resource resource) {
        return alone(() -> kept(judge(resource), resource));
    }

    /** Enters several, or only says what that would do. */
    List<Outcome> enter(List<Resource> several, boolean dryRun) {
        return Objects.requireNonNull(writing.execute(status -> {
            if (dryRun) {
                status.setRollbackOnly();
            }
            return several.stream().map(this::enter).toList();
        }));
    }

    private Outcome alone(Supplier<Outcome> work) {
        return Objects.requireNonNull(writing.execute(status -> {
            resources.alone();
            return work.get();
        }));
    }

    private Outcome judge(Resource resource) {
        return resources
                .last(resource)
                .map(last -> judge(last, resource))
                .orElseGet(() -> new Outcome.Added(UUID.randomUUID()));
    }

    private static Outcome judge(Entered last, Resource now) {
        if (now.valid().from().isBefore(last.resource().valid().from())) {
            return new Outcome.Refused(new Fault(ResourceColumn.FROM, Fault.Reason.BEFORE_THE_LAST));
        }
        return says(now).equals(says(last.resource()))
                ? new Outcome.Same(last.series())
                : new Outcome.Changed(last.series());
    }

    /** What it says, whoever made it up: a sample taken out as a file and in again is no news. */
    private static Resource says(Resource resource) {
        return new Resource(
                resource.institution(),
                resource.kind(),
                resource.area(),
                resource.amount(),
                resource.terms(),
                resource.valid(),
                new Resource.Origin(resource.origin().source(), false));
    }

    private Outcome kept(Outcome outcome, Resource resource) {
        switch (outcome) {
            case Outcome.Added added -> resources.add(added.series(), resource);
            case Outcome.Changed changed -> change(resources.last(resource).orElseThrow(), resource);
            case Outcome.Same _, Outcome.Refused _ -> {
                // Nothing to keep.
            }
        }
        return outcome;
    }

    /** From the first day of the new on it counts; the days before it keep what they had. */
    private void change(Entered last, Resource now) {
        var before = last.resource();
        if (before.valid().overlaps(now.valid())) {
            resources.supersede(last.id());
            if (before.valid().from().isBefore(now.valid().from())) {
                resources.add(
                        last.series(),
                        before.on(
                                DateRange.of(before.valid().from(), now.valid().from())));
            }
        }
        resources.add(last.series(), now);
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }
}

package org.junheng.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Citation;
import org.junheng.policy.LegalDocument;
import org.junheng.policy.Parameter;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeVersion;

/**
 * A scheme as a page shows it, in one language.
 *
 * @param unit what it decides about, in a word
 * @param sample whether anything in it is a sample and not verified law
 * @param versions the newest first
 */
record SchemeView(
        String id,
        String title,
        String unit,
        String period,
        boolean sample,
        List<Version> versions,
        List<Value> values,
        List<Source> sources,
        List<String> excludes) {

    /** The version in force, or the next one. */
    public Optional<Version> current() {
        return versions.stream()
                .filter(Version::inForce)
                .findFirst()
                .or(() -> versions.stream().findFirst());
    }

    record Version(
            String id,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate knownFrom,
            String hash,
            boolean inForce,
            boolean sample,
            List<Condition> conditions,
            List<Computed> computed,
            String amount) {}

    record Condition(String id, String title, String citation, boolean sample, String when) {}

    record Computed(String name, String label, String value) {}

    /** A value of a parameter; {@code inForce} on the day of the page. */
    record Value(
            String parameter,
            String label,
            @Nullable AreaCode area,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate knownFrom,
            String value,
            String citation,
            boolean sample,
            boolean inForce) {}

    record Source(String title, LocalDate published, boolean sample) {}

    static SchemeView of(Scheme scheme, Locale locale, LocalDate today) {
        var versions = new ArrayList<Version>();
        Optional<SchemeVersion> inForce = inForce(scheme, today);
        for (var version : scheme.versions().reversed()) {
            versions.add(version(version, inForce.filter(version::equals).isPresent(), locale));
        }
        var values = values(scheme, locale, today);
        boolean sample = versions.stream().anyMatch(each -> each.inForce() && each.sample())
                || values.stream().anyMatch(each -> each.inForce() && each.sample());
        return new SchemeView(
                scheme.id(),
                scheme.title().in(locale),
                scheme.unit().label().in(locale),
                "catalogue.period." + scheme.period().name().toLowerCase(Locale.ROOT),
                sample,
                List.copyOf(versions),
                values,
                scheme.legal().stream().map(each -> source(each, locale)).toList(),
                scheme.excludes());
    }

    static Optional<SchemeVersion> inForce(Scheme scheme, LocalDate day) {
        return scheme.versions().stream()
                .filter(each -> !each.from().isAfter(day) && !each.knownFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .filter(each -> each.to() == null || day.isBefore(each.to()));
    }

    private static Version version(SchemeVersion version, boolean inForce, Locale locale) {
        return new Version(
                version.id(),
                version.from(),
                version.to(),
                version.knownFrom(),
                version.hash(),
                inForce,
                version.sample(),
                version.conditions().stream()
                        .map(each -> new Condition(
                                each.id(),
                                each.title().in(locale),
                                label(each.citation(), locale),
                                each.citation().document().sample(),
                                each.when()))
                        .toList(),
                version.values().stream()
                        .map(each -> new Computed(each.name(), each.label().in(locale), each.value()))
                        .toList(),
                version.amount());
    }

    private static List<Value> values(Scheme scheme, Locale locale, LocalDate today) {
        var values = new ArrayList<Value>();
        for (Parameter parameter : scheme.parameters()) {
            Set<@Nullable AreaCode> areas = new LinkedHashSet<>();
            parameter.values().forEach(value -> areas.add(value.area()));
            for (var area : areas) {
                var own = parameter.values().stream()
                        .filter(value -> Objects.equals(value.area(), area))
                        .toList();
                var now = Parameter.inForce(own, today, today);
                own.forEach(value -> values.add(
                        value(parameter, value, now.filter(value::equals).isPresent(), locale)));
            }
        }
        return List.copyOf(values);
    }

    private static Value value(Parameter parameter, Parameter.Value value, boolean inForce, Locale locale) {
        return new Value(
                parameter.name(),
                parameter.label().in(locale),
                value.area(),
                value.from(),
                value.to(),
                value.knownFrom(),
                parameter.type().show(value.number()).in(locale),
                label(value.citation(), locale),
                value.sample(),
                inForce);
    }

    private static String label(Citation citation, Locale locale) {
        return citation.label().in(locale);
    }

    private static Source source(LegalDocument document, Locale locale) {
        return new Source(new Citation(document, "").label().in(locale), document.published(), document.sample());
    }
}

package org.junheng.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All schemes of a folder and the vocabulary they share. */
public final class SchemeBook {

    private final Vocabulary vocabulary;
    private final Map<String, Scheme> schemes = new LinkedHashMap<>();

    public SchemeBook(Vocabulary vocabulary, List<? extends Scheme> schemes) {
        this.vocabulary = vocabulary;
        schemes.forEach(scheme -> this.schemes.put(scheme.id(), scheme));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Collection<Scheme> schemes() {
        return schemes.values();
    }

    public Optional<Scheme> find(String id) {
        return Optional.ofNullable(schemes.get(id));
    }

    /**
     * A scheme by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Scheme get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("No scheme '%s'; there are %s.".formatted(id, schemes.keySet())));
    }
}

package org.junheng.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * Which of the schemes one unit is eligible for can be drawn together.
     *
     * @param decisions about the same unit; only those that are eligible matter
     * @param drawn the schemes it already draws
     * @return by the id of every eligible scheme that is not drawn yet
     */
    public Map<String, Verdict> verdicts(Collection<? extends Decision> decisions, Set<String> drawn) {
        Map<String, Decision.Eligible> eligible = new LinkedHashMap<>();
        decisions.stream()
                .filter(decision -> !drawn.contains(decision.grounds().scheme()))
                .forEach(decision -> {
                    if (decision instanceof Decision.Eligible each) {
                        eligible.put(each.grounds().scheme(), each);
                    }
                });
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        eligible.forEach((id, each) -> verdicts.put(id, verdict(get(id).excludes(), each, eligible, drawn)));
        return verdicts;
    }

    private static Verdict verdict(
            List<String> excludes, Decision.Eligible own, Map<String, Decision.Eligible> eligible, Set<String> drawn) {
        List<String> by = excludes.stream().filter(drawn::contains).toList();
        if (!by.isEmpty()) {
            return new Verdict.Barred(by);
        }
        List<String> among = excludes.stream().filter(eligible::containsKey).toList();
        boolean largest = among.stream()
                .map(eligible::get)
                .allMatch(other ->
                        other != null && other.amount().fen() <= own.amount().fen());
        return among.isEmpty() ? new Verdict.Free() : new Verdict.Choice(among, largest);
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

package org.junheng.kernel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All values of one national code list in the order of the standard, found by code.
 *
 * @param <T> the type of its values
 */
public final class CodeList<T extends Coded> {

    private final String name;
    private final Map<String, T> byCode = new LinkedHashMap<>();

    private CodeList(String name, Collection<T> values) {
        this.name = name;
        for (T value : values) {
            T twin = byCode.putIfAbsent(value.code(), value);
            if (twin != null) {
                throw new IllegalArgumentException(
                        "%s has code %s twice: %s and %s.".formatted(name, value.code(), twin, value));
            }
        }
    }

    /** From the values of an enum or a list. The name (the standard's number) appears in errors. */
    public static <T extends Coded> CodeList<T> of(String name, Collection<T> values) {
        return new CodeList<>(name, values);
    }

    /** From a CSV beside this class with the columns code, zh, en. */
    static <T extends Coded> CodeList<T> load(String name, String resource, Maker<T> maker) {
        return of(
                name,
                Csv.resource(resource).rows().stream()
                        .map(row -> maker.make(row.get("code"), row.get("zh"), row.get("en")))
                        .toList());
    }

    /** Makes a value from its three columns. */
    interface Maker<T> {
        T make(String code, String zh, String en);
    }

    public Optional<T> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws IllegalArgumentException if the list has no such code */
    public T get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no code '%s'. It knows %s.".formatted(name, code, byCode.keySet())));
    }

    /** In the order of the standard. */
    public List<T> values() {
        return List.copyOf(byCode.values());
    }

    @Override
    public String toString() {
        return name;
    }
}

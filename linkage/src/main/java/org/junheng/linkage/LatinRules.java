package org.junheng.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comparisons and candidate rules for the open reference files in Latin letters. */
final class LatinRules {

    static final Set<String> FEBRL_COLUMNS = Set.of(
            "rec_id",
            "given_name",
            "surname",
            "street_number",
            "address_1",
            "address_2",
            "suburb",
            "postcode",
            "state",
            "date_of_birth",
            "soc_sec_id");
    static final Set<String> FAKE_COLUMNS = Set.of("unique_id", "first_name", "surname", "dob", "city", "email");

    private LatinRules() {}

    static List<Comparison> febrl() {
        return List.of(
                NamePart.first("given_name", "surname"),
                NamePart.second("surname", "given_name"),
                new Words("date_of_birth", Words.Kind.DATE, true),
                new Words("soc_sec_id", Words.Kind.NUMBER, true),
                new Words("street_number", Words.Kind.CODE, false),
                new Words("address_1", Words.Kind.TEXT, false),
                new Words("address_2", Words.Kind.TEXT, false),
                new Words("suburb", Words.Kind.TEXT, false),
                new Words("postcode", Words.Kind.NUMBER, false),
                new Words("state", Words.Kind.CODE, false));
    }

    static List<Rule> febrlRules() {
        return List.of(
                on("soc_sec_id", 3),
                on("given_name surname", 0, 1),
                on("date_of_birth", 2),
                on("given_name postcode", 0, 8),
                on("surname postcode", 1, 8),
                on("given_name suburb", 0, 7),
                on("surname suburb", 1, 7),
                on("address_1", 5),
                on("street_number address_2", 4, 6),
                on("street_number postcode", 4, 8));
    }

    static List<Comparison> fake() {
        return List.of(
                NamePart.first("first_name", "surname"),
                NamePart.second("surname", "first_name"),
                new Words("dob", Words.Kind.DATE, true),
                new Words("city", Words.Kind.TEXT, false),
                new Words("email", Words.Kind.EMAIL, true));
    }

    static List<Rule> fakeRules() {
        return List.of(
                on("email", 4),
                on("first_name surname", 0, 1),
                on("dob", 2),
                on("first_name city", 0, 3),
                on("surname city", 1, 3));
    }

    private static Rule on(String columns, int... indexes) {
        return new Rule(
                columns.replace(' ', '-'),
                e -> joined(e, indexes),
                Set.copyOf(Arrays.asList(columns.split(" "))),
                true);
    }

    private static @Nullable String joined(Entry entry, int... indexes) {
        String joined = "";
        for (int index : indexes) {
            Object value = entry.value(index);
            if (value == null) {
                return null;
            }
            joined = joined + "|" + value;
        }
        return joined;
    }
}

package org.junheng.linkage;

import java.util.List;

/** What people decided before and every run obeys: pairs that are one person, and pairs that are not. */
public record Constraints(List<Ids> mustLink, List<Ids> cannotLink) {

    /** Nothing was decided yet. */
    public static final Constraints NONE = new Constraints(List.of(), List.of());

    public Constraints {
        mustLink = List.copyOf(mustLink);
        cannotLink = List.copyOf(cannotLink);
    }

    boolean isNone() {
        return mustLink.isEmpty() && cannotLink.isEmpty();
    }

    /** Two record ids. */
    public record Ids(String a, String b) {}
}

package org.junheng.web;

import java.util.Optional;
import java.util.Set;
import org.junheng.access.Role;

/**
 * Something to do, on the start page of those who may. A module offers it as a bean. Its texts are {@code <key>.title}
 * and {@code <key>.text} of the catalogue.
 *
 * @param order place among the tiles, small first
 * @param path where it leads
 * @param key stem of its texts
 * @param icon name of a symbol in {@code static/img/icons.svg}
 * @param roles who sees it
 * @param count how much is waiting there for the present actor; empty for a tile without a number
 */
public record HomeTile(int order, String path, String key, String icon, Set<Role> roles, Optional<Waiting> count) {

    public HomeTile {
        roles = Set.copyOf(roles);
    }

    public HomeTile(int order, String path, String key, String icon, Set<Role> roles) {
        this(order, path, key, icon, roles, Optional.empty());
    }

    /** Counts what waits for the present actor. Called on every visit of the start page: cheap, please. */
    @FunctionalInterface
    public interface Waiting {
        long count();
    }
}

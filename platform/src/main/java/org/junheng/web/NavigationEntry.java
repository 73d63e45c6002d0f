package org.junheng.web;

import java.util.Set;
import org.junheng.access.Role;

/**
 * An entry of the navigation. A module offers one as a bean for each page that it has.
 *
 * @param order place in the list, small first: 100s register, 200s work, 300s money, 400s figures, 500s audit
 * @param path address of the page
 * @param label key of its name in the catalogue
 * @param icon name of a symbol in {@code static/img/icons.svg}
 * @param roles who sees it; the roles of the page itself
 */
public record NavigationEntry(int order, String path, String label, String icon, Set<Role> roles) {

    public NavigationEntry {
        roles = Set.copyOf(roles);
    }
}

package org.junheng.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;

/**
 * Somebody who may sign in.
 *
 * @param subject sign-in name
 * @param role role
 * @param titleZh post or situation in Chinese
 * @param titleEn the same in English
 * @param areas areas the account answers for
 * @param person the person in the register, for a member of a family
 */
public record Account(
        String subject, Role role, String titleZh, String titleEn, List<AreaCode> areas, Optional<UUID> person) {

    public Account {
        areas = List.copyOf(areas);
    }

    /** The title in the reader's language. */
    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleZh;
    }
}

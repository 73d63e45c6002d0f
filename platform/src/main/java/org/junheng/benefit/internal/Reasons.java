package org.junheng.benefit.internal;

import java.util.List;
import org.junheng.policy.Explanation;
import org.junheng.web.Format;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Explanations as pages show them: in the reader's language, places by name where the policy names their codes. */
@Component
class Reasons {

    private final Format format;

    Reasons(Format format) {
        this.format = format;
    }

    List<String> sentences(Explanation explanation) {
        return explanation.sentences(LocaleContextHolder.getLocale()).stream()
                .map(format::placesNamed)
                .toList();
    }
}

package org.junheng.benefit.internal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Explanation;
import org.junheng.web.Format;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Explanations as pages show them: in the reader's language, places by name where the policy names their codes. */
@Component
class Reasons {

    static final Pattern PLACE = Pattern.compile("(?<![\\d.,¥-])[1-8]\\d{5}(?:\\d{3}){0,2}(?![\\d.,-])");

    private final Format format;

    Reasons(Format format) {
        this.format = format;
    }

    List<String> sentences(Explanation explanation) {
        return explanation.sentences(LocaleContextHolder.getLocale()).stream()
                .map(sentence -> PLACE.matcher(sentence).replaceAll(this::named))
                .toList();
    }

    private String named(MatchResult found) {
        return format.area(AreaCode.of(found.group()));
    }
}

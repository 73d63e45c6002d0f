package org.junheng.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Account;
import org.junheng.access.CurrentAccount;
import org.junheng.access.Role;
import org.junheng.web.Format;
import org.junheng.web.NavigationEntry;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What the layout asks about the reader and the page: {@code ${@frame.navigation()}}. */
@Component
class Frame {

    static final String LARGE_TYPE = "large-type";

    private final CurrentAccount session;
    private final HttpServletRequest request;
    private final List<NavigationEntry> entries;
    private final Format format;

    Frame(CurrentAccount session, HttpServletRequest request, List<NavigationEntry> entries, Format format) {
        this.session = session;
        this.request = request;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.format = format;
    }

    /** Who is signed in; null on pages before signing in. */
    public @Nullable Account account() {
        return session.find().orElse(null);
    }

    /** Post or situation of the reader. */
    public String post() {
        return session.find().map(account -> account.title(locale())).orElse("");
    }

    /** The areas the reader answers for, by name. */
    public String areas() {
        return session.find().stream()
                .flatMap(account -> account.areas().stream())
                .map(format::area)
                .collect(Collectors.joining(chinese() ? "、" : ", "));
    }

    public boolean isFamily() {
        return session.find().map(Account::role).equals(Optional.of(Role.FAMILY));
    }

    /** Whether a member of a family has chosen large type. */
    public boolean isLarge() {
        return WebUtils.getCookie(request, LARGE_TYPE) instanceof Cookie cookie
                && cookie.getValue().equals("on");
    }

    /** Classes of the whole page, by which the style sheet knows families, officers and large type. */
    public String classes() {
        var reader =
                session.find().map(account -> isFamily() ? "family" : "officer").orElse("guest");
        return isLarge() ? reader + " large" : reader;
    }

    public List<NavigationEntry> navigation() {
        return session.find().stream()
                .flatMap(account ->
                        entries.stream().filter(entry -> entry.roles().contains(account.role())))
                .toList();
    }

    /** Whether a navigation entry is the page shown or above it: the longest fitting path wins. */
    public boolean isCurrent(NavigationEntry entry) {
        return navigation().stream()
                .filter(each -> isBelow(each.path()))
                .max(Comparator.comparingInt(each -> each.path().length()))
                .filter(entry::equals)
                .isPresent();
    }

    /** The languages the reader can change to. */
    public String otherLanguage() {
        return chinese() ? "en" : "zh";
    }

    private boolean isBelow(String path) {
        return Stream.of(request.getRequestURI()).anyMatch(uri -> uri.equals(path) || uri.startsWith(path + "/"));
    }

    private static boolean chinese() {
        return locale().getLanguage().equals("zh");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}

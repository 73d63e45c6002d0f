package org.junheng.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junheng.access.Open;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** How the reader wants pages: in Chinese or English, in usual or large type. Both are kept in cookies. */
@Controller
class DisplayController {

    /** An address: what follows the host, as long as no browser could read another host into it. */
    private static final Pattern LOCAL = Pattern.compile("https?://[^/]+(/(?![/\\\\])[^{}]*)");

    private static final Duration KEPT = Duration.ofDays(365);

    private final LocaleResolver locales;

    DisplayController(LocaleResolver locales) {
        this.locales = locales;
    }

    @Open(because = "Sets the language of the pages.")
    @PostMapping("/language")
    String choose(@RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return "redirect:" + cameFrom(request);
    }

    @Open(because = "Sets the size of the type.")
    @PostMapping("/display")
    String display(@RequestParam boolean large, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Frame.LARGE_TYPE, large ? "on" : "off")
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + cameFrom(request);
    }

    /** Only the path of the page is taken over, so that the redirect stays here. */
    private static String cameFrom(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        var local = referer == null ? null : LOCAL.matcher(referer);
        return local != null && local.matches() ? local.group(1) : "/home";
    }

    @Configuration
    static class Resolver {

        @Bean
        LocaleResolver localeResolver() {
            var resolver = new CookieLocaleResolver("language");
            resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
            resolver.setCookieMaxAge(KEPT);
            resolver.setCookieSameSite("Lax");
            return resolver;
        }
    }
}

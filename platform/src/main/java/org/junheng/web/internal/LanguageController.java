package org.junheng.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junheng.access.Open;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Chinese unless the reader chose English; the choice is kept in a cookie. */
@Controller
class LanguageController {

    private final LocaleResolver locales;

    LanguageController(LocaleResolver locales) {
        this.locales = locales;
    }

    @Open(because = "Sets the language of the pages.")
    @PostMapping("/language")
    String choose(@RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return "redirect:" + cameFrom(request);
    }

    /** Only the path of the page is taken over, so that the redirect stays here. */
    private static String cameFrom(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return "/home";
        }
        var address = URI.create(referer);
        return address.getRawQuery() == null ? address.getPath() : address.getPath() + "?" + address.getRawQuery();
    }

    @Configuration
    static class Resolver {

        @Bean
        LocaleResolver localeResolver() {
            var resolver = new CookieLocaleResolver("language");
            resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
            resolver.setCookieMaxAge(Duration.ofDays(365));
            resolver.setCookieSameSite("Lax");
            return resolver;
        }
    }
}

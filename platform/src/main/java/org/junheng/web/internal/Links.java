package org.junheng.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junheng.web.Page;
import org.springframework.stereotype.Component;

/** Addresses like the present one with something changed: {@code ${@links.page(3)}}. */
@Component
class Links {

    private final HttpServletRequest request;

    Links(HttpServletRequest request) {
        this.request = request;
    }

    /** Another page of the same list. */
    public String page(int number) {
        return changed(request.getRequestURI(), Map.of("page", Integer.toString(number)));
    }

    /** The same list from its first page, ordered as after a click on a column's header. */
    public String sort(Page<?> page, String column) {
        var sort = page.request().sort().clicked(column).parameter();
        return changed(request.getRequestURI(), Map.of("sort", sort, "page", "1"));
    }

    /** The present search at another address: the same list as a file. */
    public String to(String path) {
        return changed(path, Map.of());
    }

    private String changed(String path, Map<String, String> changes) {
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        changes.forEach((name, value) -> parameters.put(name, new String[] {value}));
        var query = parameters.entrySet().stream()
                .flatMap(each -> Arrays.stream(each.getValue()).map(value -> pair(each.getKey(), value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

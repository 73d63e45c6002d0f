package org.junheng.reference;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junheng.PlatformTest;
import org.junheng.access.Access;
import org.junheng.access.Open;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call what, and for which purpose: from the declaration on each handler. */
@PlatformTest
class EndpointPageTest {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void the_page_of_addresses_says_who_may_call_each_and_for_which_purpose() throws IOException {
        var rows = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.junheng"))
                .flatMap(entry -> rows(entry).stream())
                .sorted()
                .toList();

        ReferencePage.check("addresses.md", """
                # Addresses

                Written by a test from what each handler declares. Row-level security in the database narrows further, to the areas one answers for.

                | address | method | roles | purpose |
                |---|---|---|---|
                %s
                """.formatted(String.join("\n", rows)));
    }

    private static List<String> rows(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        var methods = entry.getKey().getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .sorted()
                .collect(joining(", "));
        return entry.getKey().getPatternValues().stream()
                .map(pattern -> "| `%s` | %s | %s |".formatted(pattern, methods, rule(entry.getValue())))
                .toList();
    }

    private static String rule(HandlerMethod handler) {
        var access = handler.getMethodAnnotation(Access.class);
        if (access == null) {
            return "everybody: %s | "
                    .formatted(handler.getMethodAnnotation(Open.class).because());
        }
        var roles = Arrays.stream(access.roles())
                .map(role -> role.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(joining(", "));
        return "%s | %s"
                .formatted(
                        roles,
                        access.purpose()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' '));
    }
}

package org.junheng.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows people a page where a machine gets a problem document: unknown addresses, unusable requests. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof ErrorResponse refusal) || !Reader.isPerson(request)) {
            return null;
        }
        var page = new ModelAndView("error");
        page.setStatus(HttpStatus.valueOf(refusal.getStatusCode().value()));
        page.addObject("status", refusal.getStatusCode().value());
        return page;
    }
}

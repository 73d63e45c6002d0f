package org.junheng.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.junheng.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells a {@link Problem}: to a machine as RFC 9457, to a person as a page that says what to do. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring's own words for an unreadable body
class ProblemAdvice {

    private final MessageSource texts;

    ProblemAdvice(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    Object tell(Problem problem, HttpServletRequest request, Locale locale) {
        var text = Objects.requireNonNullElse(
                texts.getMessage("problem." + problem.slug(), problem.values(), problem.getMessage(), locale),
                problem.slug());
        return Reader.isPerson(request) ? page(problem, text) : machine(problem, text);
    }

    /** What was sent is not JSON, or not of the expected form: where it broke is told, never what stood there. */
    @ExceptionHandler
    Object tell(HttpMessageNotReadableException unreadable, HttpServletRequest request, Locale locale) {
        return tell(BodyUnreadable.of(unreadable), request, locale);
    }

    private static ModelAndView page(Problem problem, String text) {
        var view = new ModelAndView("web/problem");
        view.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        view.addObject("slug", problem.slug());
        view.addObject("text", text);
        return view;
    }

    private static ResponseEntity<ProblemDetail> machine(Problem problem, String text) {
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(problem.kind().status()), text);
        detail.setType(URI.create("/problems/" + problem.slug()));
        return ResponseEntity.status(problem.kind().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}

package org.junheng.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.junheng.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells a {@link Problem}: to a machine as RFC 9457, to a person as a page that says what to do. */
@ControllerAdvice
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

package org.junheng.web.internal;

import org.junheng.problem.Problem;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** A body that is not JSON, or not of the form the interface takes. */
class BodyUnreadable extends Problem {

    private BodyUnreadable(int line, int column) {
        super(Kind.MALFORMED, "body unreadable at line %d, column %d".formatted(line, column), line, column);
    }

    /** Where reading broke off; the text around it may be of a person and is not kept. */
    static BodyUnreadable of(HttpMessageNotReadableException cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof JacksonException json && json.getLocation() != null) {
                return new BodyUnreadable(
                        json.getLocation().getLineNr(), json.getLocation().getColumnNr());
            }
        }
        return new BodyUnreadable(1, 1);
    }
}

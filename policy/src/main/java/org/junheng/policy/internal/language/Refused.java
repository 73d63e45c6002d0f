package org.junheng.policy.internal.language;

import org.junheng.policy.Text;

/** Something CEL allows and this language does not. */
final class Refused extends RuntimeException {

    private final long expression;
    private final transient Text what;
    private final transient Text advice;

    /** Refuses the expression of that id in the checked tree. */
    Refused(long expression, Text what, Text advice) {
        super(what.en(), null, false, false);
        this.expression = expression;
        this.what = what;
        this.advice = advice;
    }

    long expression() {
        return expression;
    }

    Text what() {
        return what;
    }

    Text advice() {
        return advice;
    }
}

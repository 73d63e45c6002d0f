package org.junheng.policy.internal.language;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;

/** Finds, in what dev.cel makes of its macros, the expression somebody wrote. */
final class Comprehensions {

    private Comprehensions() {}

    /**
     * The body {@code p} of {@code list.exists(x, p)}, which expands to {@code result || p}; of {@code all}:
     * {@code result && p}; of {@code filter}: {@code p ? result + [x] : result}.
     */
    static CelExpr body(CelComprehension comprehension, String macro) {
        int position = macro.equals("filter") ? 0 : 1;
        return comprehension.loopStep().call().args().get(position);
    }
}

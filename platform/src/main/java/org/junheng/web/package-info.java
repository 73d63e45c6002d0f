/**
 * What all pages share: layout, components, the language switch, the view of a problem, Excel out, paging.
 *
 * <p>It knows no business. Pages of the modules are theirs; they use the fragments under {@code templates/components}.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"access", "problem"})
package org.junheng.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

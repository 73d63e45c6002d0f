/** Failures the caller can be told about, and how the web tells them (RFC 9457, or a page). */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.junheng.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

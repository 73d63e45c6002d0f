/** The administrative areas: names, tree, abolished codes and successors, from one versioned file of the kernel. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.junheng.area;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

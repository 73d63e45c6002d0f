/** Junheng, the platform on which a province runs its population and family services. A package below is a module. */
@NullMarked
package org.junheng;

import org.jspecify.annotations.NullMarked;

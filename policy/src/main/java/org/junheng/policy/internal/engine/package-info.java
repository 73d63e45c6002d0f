/** Compiled schemes: closures over the checked tree, parameters in force, decisions, explanations and periods. */
@NullMarked
package org.junheng.policy.internal.engine;

import org.jspecify.annotations.NullMarked;

/**
 * The expression language: its types and functions, the {@code dev.cel} front end, and the checked tree of our own on
 * which both back ends work. What one back end could not do is refused here, at load.
 */
@NullMarked
package org.junheng.policy.internal.language;

import org.jspecify.annotations.NullMarked;

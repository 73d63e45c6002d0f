/**
 * Stand-in departments, started as a process of their own beside the platform and speaking with it over real HTTP.
 *
 * <p>They exist for demonstrations and tests: nobody signs in, every person is synthetic, and each department can be
 * told on its page to behave as badly as real ones sometimes do. They know nothing of the platform but its interfaces
 * and the keys it laid into the common data folder.
 */
@NullMarked
package org.junheng.sandbox;

import org.jspecify.annotations.NullMarked;

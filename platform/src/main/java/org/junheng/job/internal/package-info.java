@NullMarked
package org.junheng.job.internal;

import org.jspecify.annotations.NullMarked;

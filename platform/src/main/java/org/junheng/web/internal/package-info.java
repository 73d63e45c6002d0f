@NullMarked
package org.junheng.web.internal;

import org.jspecify.annotations.NullMarked;

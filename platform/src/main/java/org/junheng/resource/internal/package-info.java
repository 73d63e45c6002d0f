@NullMarked
package org.junheng.resource.internal;

import org.jspecify.annotations.NullMarked;

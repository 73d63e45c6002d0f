@NullMarked
package org.junheng.linking.internal;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.junheng.database.internal;

import org.jspecify.annotations.NullMarked;

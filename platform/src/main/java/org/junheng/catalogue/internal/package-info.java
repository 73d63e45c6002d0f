@NullMarked
package org.junheng.catalogue.internal;

import org.jspecify.annotations.NullMarked;

/** What identifies a person: names, ID numbers, addresses, telephones and accounts. */
@NullMarked
package org.junheng.population.internal.naming;

import org.jspecify.annotations.NullMarked;

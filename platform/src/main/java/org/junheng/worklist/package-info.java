/**
 * What officers have to do, over all schemes, by legal due date: 今日要办.
 *
 * <p>Other modules open and close tasks through {@link org.junheng.worklist.Worklist}; the tasks of a role and an area
 * are seen by those who act in that role and answer for that area. Owns the schema {@code worklist}. It decides nothing
 * and holds no name: names come through {@link org.junheng.worklist.SubjectNames}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "database", "problem", "web"})
package org.junheng.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

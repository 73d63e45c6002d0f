package org.junheng.policy.internal.file;

import java.util.List;
import org.junheng.policy.Benefit;
import org.junheng.policy.Period;
import org.junheng.policy.Unit;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Scope.Name;

/**
 * What a scheme says outside its versions and every version is read with.
 *
 * @param vocabulary the words
 * @param unit what the scheme decides about
 * @param period how long its periods are
 * @param gives what it gives
 * @param region the area whose parameters count
 * @param parameters their names, in order of their indexes
 */
record Setting(
        Vocabulary vocabulary, Unit unit, Period.Length period, Benefit gives, Expr region, List<Name> parameters) {}

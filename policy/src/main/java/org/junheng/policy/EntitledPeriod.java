package org.junheng.policy;

import java.util.List;
import org.junheng.kernel.Money;

/**
 * What one unit is owed by one scheme for one period.
 *
 * @param period the period
 * @param months how many of its months count
 * @param amount how much; zero if the scheme gives days
 * @param days how many days of leave; zero if the scheme gives money
 * @param version the version of the scheme
 * @param hash the content hash of that version
 * @param parameterValues the ids of the parameter values it rests on
 */
public record EntitledPeriod(
        Period period, int months, Money amount, int days, String version, String hash, List<String> parameterValues) {

    public EntitledPeriod {
        parameterValues = List.copyOf(parameterValues);
    }
}

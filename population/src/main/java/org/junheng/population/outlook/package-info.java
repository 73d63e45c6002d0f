/**
 * The outlook of a province: its counties projected by sex and single age with honest uncertainty. It brings together a
 * base population, the figures that come with this library (each with its source and status), a
 * {@link org.junheng.population.outlook.Scenario} and the regional model of {@code demography}.
 *
 * <p>Scenarios are values: nothing here keeps state between two of them, and the number behind a figure is found by the
 * scenario's hash.
 */
@NullMarked
package org.junheng.population.outlook;

import org.jspecify.annotations.NullMarked;

/**
 * One policy, one file: reads the benefit schemes, checks them, decides a family with reasons, and derives the periods
 * of entitlement.
 *
 * <p>A scheme is a YAML file with citations and dated parameters; its conditions are CEL expressions over the facts of
 * the vocabulary. Truth has three values: a fact that is not known makes an outcome <em>undetermined</em>, never false.
 * Nothing here reads a clock, a database or the network.
 */
@NullMarked
package org.junheng.policy;

import org.jspecify.annotations.NullMarked;

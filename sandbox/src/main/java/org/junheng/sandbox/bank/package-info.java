/**
 * The stand-in agent bank: takes pay-rolls from the platform, checks hash and control totals, pays or returns every
 * line, and sends its return file until the platform has answered. What it accepted is kept in the data folder, so that
 * a restart neither forgets a roll nor answers one differently.
 */
@NullMarked
package org.junheng.sandbox.bank;

import org.jspecify.annotations.NullMarked;

package org.junheng.monitoring.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.junheng.register.Ledger;

/**
 * How far the ledger is counted.
 *
 * @param cursor the event last counted
 * @param horizon everything the ledger said below this transaction is in the cells
 * @param countedOn the day whose population is the present one
 * @param caughtUpAt when nothing was left to count
 */
record Progress(Ledger.Cursor cursor, long horizon, LocalDate countedOn, Instant caughtUpAt) {}

/**
 * The stand-in hospital: reports births to the platform's interface, writes them as a file for its upload page, and on
 * request makes the mistakes of real ones. Keeps the last sendings in memory only.
 */
@NullMarked
package org.junheng.sandbox.hospital;

import org.jspecify.annotations.NullMarked;

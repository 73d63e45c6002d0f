/**
 * The stand-in hospital: reports births to the platform's interface, writes them as a file for its upload page, and on
 * request makes the mistakes of real ones. Keeps its notices in the data folder and sends them until they are answered.
 */
@NullMarked
package org.junheng.sandbox.hospital;

import org.jspecify.annotations.NullMarked;

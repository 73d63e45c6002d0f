package org.junheng.cli.frame;

import java.io.PrintStream;

/** A line on the terminal that fills up; on anything else nothing is printed. */
public final class ProgressBar {

    private static final int WIDTH = 40;

    private final String what;
    private final boolean shows;
    private final PrintStream terminal = System.err;

    ProgressBar(String what, boolean shows) {
        this.what = what;
        this.shows = shows;
    }

    /** So many of so many. */
    public void at(long done, long total) {
        if (!shows || total == 0) {
            return;
        }
        int filled = (int) (WIDTH * done / total);
        terminal.printf("\r%s [%s%s] %3d %%", what, "=".repeat(filled), " ".repeat(WIDTH - filled), 100 * done / total);
        if (done >= total) {
            terminal.println();
        }
        terminal.flush();
    }
}

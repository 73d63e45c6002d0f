package org.junheng.demonstration.internal;

/** What whoever started the platform sees in the terminal: steps, a bar, results. */
final class Terminal {

    private static final int WIDTH = 30;

    private Terminal() {}

    /** A line. */
    static void say(String text) {
        System.out.println(text);
    }

    /** A step begins. */
    static void step(String title) {
        System.out.printf("%n  %s …%n", title);
    }

    /** How far the step is, in percent. Without a terminal only every tenth is told. */
    static void at(int percent) {
        if (System.console() != null && System.console().isTerminal()) {
            int full = percent * WIDTH / 100;
            System.out.printf("\r  [%s%s] %3d %%", "█".repeat(full), "·".repeat(WIDTH - full), percent);
            System.out.flush();
        } else if (percent % 10 == 0) {
            System.out.printf("  %3d %%%n", percent);
        }
    }

    /** The step is done. */
    static void done(String result) {
        System.out.printf("%n  ✓ %s%n", result);
    }
}

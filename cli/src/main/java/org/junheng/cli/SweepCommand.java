package org.junheng.cli;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.sweep.SweepFiles;
import picocli.CommandLine.Command;

/** {@code junheng sweep}: Every scheme decided for everybody in a snapshot: sums by area, decisions, near misses. */
@Command(
        name = "sweep",
        description = "Every scheme decided for everybody in a snapshot: sums by area, decisions, near misses.")
final class SweepCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        SweepFiles.write(run);
    }
}

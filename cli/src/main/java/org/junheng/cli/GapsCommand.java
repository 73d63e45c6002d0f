package org.junheng.cli;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.sweep.GapFiles;
import picocli.CommandLine.Command;

/** {@code junheng gaps}: who falls between schemes, who is covered twice, which conditions never decide. */
@Command(name = "gaps", description = "Who falls between schemes, who is covered twice, which conditions never decide.")
final class GapsCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        GapFiles.write(run);
    }
}

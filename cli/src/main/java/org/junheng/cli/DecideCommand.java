package org.junheng.cli;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.policy.Case;
import picocli.CommandLine.Command;

/** {@code junheng decide}: one case decided by one scheme, with reasons. */
@Command(name = "decide", description = "One case decided by one scheme, with the reasons in Chinese and English.")
final class DecideCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        Case.decide(run);
    }
}

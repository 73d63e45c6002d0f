package org.junheng.cli;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.synthesize.County;
import picocli.CommandLine.Command;

/** {@code junheng synthesize}: a synthetic county of families from the real census. */
@Command(name = "synthesize", description = "A synthetic county of families: snapshot, identity extract, census check.")
final class SynthesizeCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        County.write(run);
    }
}

package org.junheng.cli;

import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.indicators.Census;
import org.junheng.cli.indicators.Vector;
import picocli.CommandLine.Command;

/** {@code junheng indicators}: standard indicators of a census table, or of a published vector. */
@Command(name = "indicators", description = "Indicators of a census table or a published vector.")
final class IndicatorsCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        if (run.spec().has("census")) {
            Census.write(run);
        } else if (run.spec().has("vector")) {
            Vector.write(run);
        } else {
            throw new InputWrong(run.spec().file() + ": one of the keys census, vector is needed");
        }
    }
}

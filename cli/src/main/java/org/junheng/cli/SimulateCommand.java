package org.junheng.cli;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.sweep.SimulationFiles;
import picocli.CommandLine.Command;

/** {@code junheng simulate}: A reform tried on a snapshot: winners, losers and cost by area, age and birth order. */
@Command(
        name = "simulate",
        description = "A reform tried on a snapshot: winners, losers and cost by area, age and birth order.")
final class SimulateCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        SimulationFiles.write(run);
    }
}

package org.junheng.cli;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.project.Model;
import picocli.CommandLine.Command;

/** {@code junheng project}: population projection under the rules the specification names. */
@Command(
        name = "project",
        description = "Project a population: single-year, five-year, multistate, demproj or regional.")
final class ProjectCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        Model.of(run.spec()).project(run);
    }
}

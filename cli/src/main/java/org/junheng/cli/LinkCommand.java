package org.junheng.cli;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.SpecCommand;
import org.junheng.cli.link.LinkFiles;
import picocli.CommandLine.Command;

/** {@code junheng link}: which records of one or two files are one person. */
@Command(name = "link", description = "Records of one or two files linked to persons: pairs, clusters and the model.")
final class LinkCommand extends SpecCommand {

    @Override
    protected void work(Run run) {
        LinkFiles.link(run);
    }
}

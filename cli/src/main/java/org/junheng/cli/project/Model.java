package org.junheng.cli.project;

import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.Spec;

/** A projection model the command offers. */
public interface Model {

    /** The model a specification names. */
    static Model of(Spec spec) {
        return switch (spec.choice("model", "single-year", "five-year", "multistate", "demproj", "regional")) {
            case "single-year" -> new SingleYearModel();
            case "five-year" -> new FiveYearModel();
            case "multistate" -> new MultistateModel();
            case "demproj" -> new DemProjModel();
            default -> new RegionalOutlook();
        };
    }

    /** Reads the model's inputs, projects and writes its results. */
    void project(Run run);
}

package org.junheng.cli.link;

import java.util.ArrayList;
import java.util.List;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.linkage.Layout;
import org.junheng.linkage.Model;
import tools.jackson.databind.JsonNode;

/** A model that an earlier run wrote: used as it is, or refused with the reason. */
final class ModelFile {

    private ModelFile() {}

    static Model read(Run run, Layout layout) {
        JsonNode json = run.json("model.file");
        String file = run.spec().path("model.file").toString();
        try {
            List<Model.Weights> weights = new ArrayList<>();
            json.path("comparisons")
                    .forEach(each -> weights.add(new Model.Weights(
                            each.path("comparison").asString(""), numbers(each.path("m")), numbers(each.path("u")))));
            var model = new Model(
                    json.path("version").asInt(0),
                    json.path("layout").asString(""),
                    json.path("prior").asDouble(0),
                    weights);
            if (!model.fits(layout)) {
                throw new InputWrong(
                        "%s: key layout: \"%s\": expected a model for the layout %s with its comparisons and levels"
                                .formatted(file, model.layout(), layout.name()));
            }
            return model;
        } catch (IllegalArgumentException e) {
            throw new InputWrong(file + ": " + e.getMessage());
        }
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asDouble(0)));
        return numbers;
    }
}

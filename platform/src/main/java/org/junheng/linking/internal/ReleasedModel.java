package org.junheng.linking.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junheng.linkage.Model;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The weights in use: a file of this release. Nothing is estimated anew without a new file under a new name. */
@Component
class ReleasedModel {

    private static final String VERSION = "2026-1";

    private final Model model;

    ReleasedModel(JsonMapper json) {
        var file = "/linking/model-%s.json".formatted(VERSION);
        try (var stream = Objects.requireNonNull(ReleasedModel.class.getResourceAsStream(file), file)) {
            model = json.readValue(stream, Model.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return VERSION;
    }

    Model model() {
        return model;
    }
}

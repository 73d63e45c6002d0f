package org.junheng.benefit.internal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Facts by name as the database keeps them. */
@Component
class StatedFacts {

    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Claimed.Found>> FOUND = new TypeReference<>() {};

    private final JsonMapper json;

    StatedFacts(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, String> facts) {
        return json.writeValueAsString(new TreeMap<>(facts));
    }

    Map<String, String> read(String text) {
        return json.readValue(text, FACTS);
    }

    String writeFound(Map<String, Claimed.Found> facts) {
        return json.writeValueAsString(new TreeMap<>(facts));
    }

    Map<String, Claimed.Found> readFound(String text) {
        return json.readValue(text, FOUND);
    }
}

package org.junheng.cli.indicators;

import java.nio.file.Path;
import org.junheng.cli.frame.InputWrong;
import tools.jackson.databind.JsonNode;

/** A vector's JSON with complaints that name file, key and value. */
record VectorFile(Path file, JsonNode json) {

    double[] numbers(String key) {
        return numbers(key, need(key));
    }

    double[] numbers(String key, JsonNode array) {
        if (!array.isArray()) {
            throw wrong(key, array, "a list of numbers");
        }
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode node = array.get(i);
            if (!node.isNumber()) {
                throw wrong(key + "[" + i + "]", node, "a number");
            }
            numbers[i] = node.asDouble();
        }
        return numbers;
    }

    /** Numbers, as many as another key has. */
    double[] numbersLike(String key, String other) {
        double[] numbers = numbers(key);
        int expected = need(other).size();
        if (numbers.length != expected) {
            throw new InputWrong(
                    "%s: key %s: %d values; %s has %d".formatted(file, key, numbers.length, other, expected));
        }
        return numbers;
    }

    int[] ages(String key) {
        double[] numbers = numbers(key);
        int[] ages = new int[numbers.length];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = (int) numbers[i];
            if (numbers[i] != ages[i] || (i > 0 && ages[i] <= ages[i - 1])) {
                throw wrong(key + "[" + i + "]", numbers[i], "ascending whole ages");
            }
        }
        return ages;
    }

    double number(String key) {
        JsonNode node = need(key);
        if (!node.isNumber()) {
            throw wrong(key, node, "a number");
        }
        return node.asDouble();
    }

    JsonNode need(String key) {
        JsonNode node = json.get(key);
        if (node == null) {
            throw new InputWrong("%s: key %s: missing".formatted(file, key));
        }
        return node;
    }

    InputWrong wrong(String key, Object value, String expected) {
        return new InputWrong("%s: key %s: %s: expected %s".formatted(file, key, value, expected));
    }
}

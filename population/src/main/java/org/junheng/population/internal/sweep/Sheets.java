package org.junheng.population.internal.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The sheets of this library that are YAML. */
public final class Sheets {

    private Sheets() {}

    /** A sheet that is a map. */
    @SuppressWarnings("unchecked") // the sheet is ours; a wrong shape fails in the first test that reads it
    static Map<String, Object> map(String name) {
        return (Map<String, Object>) load(name);
    }

    /** A sheet that is a list of maps. */
    @SuppressWarnings("unchecked") // as above
    public static List<Map<String, Object>> list(String name) {
        return (List<Map<String, Object>>) load(name);
    }

    private static Object load(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream stream = Sheets.class.getResourceAsStream("/org/junheng/population/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The sheet " + name + " is missing.");
            }
            return new Yaml(new SafeConstructor(options)).load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

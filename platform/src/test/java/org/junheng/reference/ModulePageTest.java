package org.junheng.reference;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junheng.Junheng;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** The modules of the platform, what each is for, and what it may use: from their declarations. */
class ModulePageTest {

    private static final Pattern PURPOSE = Pattern.compile("/\\*\\*(.*?)(?:<p>|\\*/)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@(?:link|code) (?:[\\w.]+\\.)?([\\w.#]+)}");

    @Test
    void the_page_of_modules_shows_what_the_modules_declare() throws IOException {
        ReferencePage.check("modules.md", page(modules()));
    }

    /** A module by its name, its purpose in words, and the modules it may use. */
    private record Module(String name, String purpose, List<String> uses) {}

    private static List<Module> modules() throws IOException {
        var packages = Path.of(System.getProperty("junheng.root"), "platform/src/main/java/org/junheng");
        try (var folders = Files.list(packages)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(ModulePageTest::module)
                    .toList();
        }
    }

    private static Module module(Path folder) {
        var name = folder.getFileName().toString();
        return new Module(name, purpose(folder.resolve("package-info.java")), uses(name));
    }

    private static List<String> uses(String name) {
        try {
            var declared = Class.forName(Junheng.class.getPackageName() + "." + name + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            return List.of(Objects.requireNonNull(declared, name).allowedDependencies()).stream()
                    .filter(used -> !used.equals(ApplicationModule.OPEN_TOKEN))
                    .sorted()
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The module " + name + " has no package-info", e);
        }
    }

    private static String purpose(Path declaration) {
        try {
            var comment = PURPOSE.matcher(Files.readString(declaration));
            if (!comment.find()) {
                throw new IllegalStateException(declaration + " does not say what the module is for");
            }
            var words = comment.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").strip();
            return TAG.matcher(words).replaceAll("`$1`");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String page(List<Module> modules) {
        return """
                # Modules of the platform

                Written by a test from the declaration of each module (`package-info.java`); Spring Modulith verifies that no module uses
                anything else. An arrow points to what a module may use. `web`, `database`, `problem` and `access`, which nearly all use, are
                left out of the picture and named in the table.

                ```mermaid
                graph TD
                %s
                ```

                | module | what it is for | may use |
                |---|---|---|
                %s
                """.formatted(
                        modules.stream()
                                .map(ModulePageTest::arrows)
                                .filter(s -> !s.isEmpty())
                                .collect(joining("\n")),
                        modules.stream()
                                .map(m -> "| `%s` | %s | %s |".formatted(m.name, m.purpose, String.join(", ", m.uses)))
                                .collect(joining("\n")));
    }

    private static String arrows(Module module) {
        return module.uses.stream()
                .filter(used -> !List.of("web", "database", "problem", "access").contains(used))
                .map(used -> "    %s --> %s".formatted(module.name, used))
                .collect(joining("\n"));
    }
}

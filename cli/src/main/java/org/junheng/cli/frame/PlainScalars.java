package org.junheng.cli.frame;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What an unquoted word of a specification is, as YAML 1.2 has it: {@code on} is a key and not the truth, a date is a
 * text, and a number is no time of day.
 */
final class PlainScalars extends Resolver {

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
        addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
        addImplicitResolver(Tag.FLOAT, Pattern.compile("-?[0-9]+\\.[0-9]+([eE][-+]?[0-9]+)?"), "-0123456789");
        addImplicitResolver(Tag.NULL, Pattern.compile("~|null"), "~n\0");
        addImplicitResolver(Tag.NULL, Pattern.compile(""), "");
    }
}

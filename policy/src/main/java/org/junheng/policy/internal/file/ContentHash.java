package org.junheng.policy.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.policy.internal.source.YamlNode;

/**
 * The fingerprint of a version's content: the same whatever the order of keys, the quotes, comments and white space.
 * {@code to} is left out, because it is the one thing that may still be set after release, and so is {@code released}.
 */
final class ContentHash {

    private ContentHash() {}

    static String of(YamlNode version) {
        Map<String, YamlNode> content = new TreeMap<>(version.map().entries());
        content.remove("to");
        content.remove("released");
        StringBuilder canonical = new StringBuilder();
        write(content, canonical);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static void write(Map<String, YamlNode> content, StringBuilder out) {
        out.append('{');
        content.forEach((key, node) -> {
            write(key, out);
            write(node, out);
        });
        out.append('}');
    }

    private static void write(YamlNode node, StringBuilder out) {
        if (node.isMap()) {
            write(new TreeMap<>(node.map().entries()), out);
        } else if (node.isList()) {
            out.append('[');
            node.list().forEach(each -> write(each, out));
            out.append(']');
        } else {
            write(node.text(), out);
        }
    }

    private static void write(String text, StringBuilder out) {
        out.append(text.length()).append(':').append(text); // the length keeps "ab","c" apart from "a","bc"
    }
}

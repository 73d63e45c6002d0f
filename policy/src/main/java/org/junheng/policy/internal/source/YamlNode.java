package org.junheng.policy.internal.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junheng.policy.Text;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A piece of a YAML file that knows where it stands. Scalars are taken as written, so that {@code on} is a word and
 * {@code 2025-01-01} a text until somebody asks for a date.
 */
public final class YamlNode {

    private final String file;
    private final List<String> lines;
    private final Node node;
    private final Faults faults;

    private YamlNode(String file, List<String> lines, Node node, Faults faults) {
        this.file = file;
        this.lines = lines;
        this.node = node;
        this.faults = faults;
    }

    /** Reads one file; what is not YAML is a fault and gives nothing. */
    public static Optional<YamlNode> read(Path root, Path path, Faults faults) {
        String file = root.relativize(path).toString().replace('\\', '/');
        try {
            String content = Files.readString(path);
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(content));
            if (node == null) {
                faults.add(new Place(file, 1, 1), new Text("文件是空的。", "The file is empty."), new Text("", ""));
                return Optional.empty();
            }
            return Optional.of(new YamlNode(file, content.lines().toList(), node, faults));
        } catch (MarkedYAMLException broken) {
            faults.add(place(file, broken.getProblemMark()), notYaml(broken.getProblem()), INDENTATION);
        } catch (CharacterCodingException wrongEncoding) {
            faults.add(new Place(file, 1, 1), NOT_UTF8, new Text("请另存为 UTF-8 编码。", "Save it as UTF-8."));
        } catch (IOException unreadable) {
            faults.add(
                    new Place(file, 1, 1),
                    Text.format("无法读取：%s。", "Cannot be read: %s.", unreadable),
                    new Text("请检查文件是否存在、有无权限。", "Check that the file is there and may be read."));
        }
        return Optional.empty();
    }

    private static final Text NOT_UTF8 = new Text("文件不是 UTF-8 编码。", "The file is not in UTF-8.");
    private static final Text INDENTATION =
            new Text("请检查缩进、冒号后的空格和引号是否成对。", "Check the indentation, the space after colons and the pairs of quotes.");

    private static Text notYaml(String problem) {
        return Text.format("不是正确的 YAML：%s。", "Not YAML: %s.", problem);
    }

    public Faults faults() {
        return faults;
    }

    public String file() {
        return file;
    }

    public Place place() {
        return place(file, node.getStartMark());
    }

    private static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    public void fault(Text what, Text advice) {
        faults.add(place(), what, advice);
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The words as written; a fault and the empty text if this is a list or a map. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault(
                new Text("此处应为一个值。", "A single value is expected here."),
                new Text("请去掉下级列表或键值。", "Remove the list or the keys below it."));
        return "";
    }

    /** The members; a single value counts as a list of one. */
    public List<YamlNode> list() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(this::at).toList()
                : List.of(this);
    }

    /** The keys and what stands under them; a fault and no keys if this is something else. */
    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return YamlMap.of(this, mapping);
        }
        fault(
                new Text("此处应为“键: 值”。", "Keys with values are expected here."),
                new Text("请写成“键: 值”的形式，每行一个。", "Write 'key: value', one a line."));
        return YamlMap.empty(this);
    }

    YamlNode at(Node other) {
        return new YamlNode(file, lines, other, faults);
    }

    /** The place in this file of a character inside this scalar, by its line (from 1) and column (from 0) there. */
    public Place placeInside(int line, int column) {
        Place start = place();
        if (!(node instanceof ScalarNode scalar)) {
            return start;
        }
        if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            int first = start.line() + line;
            return new Place(file, first, indentation(first) + column + 1);
        }
        if (node.getStartMark().getLine() != node.getEndMark().getLine()) {
            return start; // folded lines: the columns of the original are lost
        }
        int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        return new Place(file, start.line(), start.column() + quote + column);
    }

    private int indentation(int line) {
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        return text.length() - text.stripLeading().length();
    }
}

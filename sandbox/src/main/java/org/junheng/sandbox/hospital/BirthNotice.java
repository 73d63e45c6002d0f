package org.junheng.sandbox.hospital;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A birth notice as the hospital writes it, right or wrong: it checks nothing, that is the platform's task.
 *
 * @param values what stands in each field, blanks left out
 */
record BirthNotice(Map<NoticeField, String> values) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    BirthNotice {
        var filled = new EnumMap<NoticeField, String>(NoticeField.class);
        values.forEach((field, value) -> {
            if (!value.isBlank()) {
                filled.put(field, value.strip());
            }
        });
        values = Collections.unmodifiableMap(filled);
    }

    /** The notice of a form or an interface, where fields go by their property. */
    static BirthNotice ofProperties(Map<String, String> properties) {
        var values = new EnumMap<NoticeField, String>(NoticeField.class);
        for (var field : NoticeField.values()) {
            values.put(field, properties.getOrDefault(field.property(), ""));
        }
        return new BirthNotice(values);
    }

    public String value(NoticeField field) {
        return values.getOrDefault(field, "");
    }

    BirthNotice with(NoticeField field, String value) {
        var changed = new EnumMap<NoticeField, String>(NoticeField.class);
        changed.putAll(values);
        changed.put(field, value);
        return new BirthNotice(changed);
    }

    /** Two notices of one delivery: this child, and a second of the other sex without a name yet. */
    List<BirthNotice> twins() {
        var first = with(NoticeField.PLURALITY, "2");
        var second = first.with(NoticeField.NOTICE_NUMBER, value(NoticeField.NOTICE_NUMBER) + "-2")
                .with(NoticeField.SEX, value(NoticeField.SEX).equals("1") ? "2" : "1")
                .with(NoticeField.CHILD_NAME, "");
        return List.of(first, second);
    }

    /** The notice as the interface takes it: strings by property. */
    Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        values.forEach((field, value) -> properties.put(field.property(), value));
        return properties;
    }

    /** Notices as a file with Chinese headers; in UTF-8 with the byte order mark that Excel asks for. */
    static byte[] csv(List<BirthNotice> notices, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        try (var text = new OutputStreamWriter(bytes, charset)) {
            if (charset.equals(StandardCharsets.UTF_8)) {
                text.write(BYTE_ORDER_MARK);
            }
            var fields = Arrays.asList(NoticeField.values());
            var csv = CsvWriter.builder().build(text);
            csv.writeRecord(fields.stream().map(NoticeField::zh).toList());
            for (var notice : notices) {
                csv.writeRecord(fields.stream().map(notice::value).toList());
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

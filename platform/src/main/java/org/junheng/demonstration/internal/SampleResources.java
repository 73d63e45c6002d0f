package org.junheng.demonstration.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;
import org.junheng.resource.Resource;
import org.junheng.resource.Resource.Amount;
import org.junheng.resource.Resource.Origin;
import org.junheng.resource.Resource.Terms;
import org.junheng.resource.ResourceKind;

/** Nurseries, kindergartens and hospitals of the synthetic county: made up, plausible in number, marked as samples. */
final class SampleResources {

    private static final String FILE = "/org/junheng/demonstration/resources-330329.csv";

    private SampleResources() {}

    static List<Resource> list() {
        try (var in = new InputStreamReader(
                        Objects.requireNonNull(SampleResources.class.getResourceAsStream(FILE)),
                        StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            return rows.stream().map(SampleResources::resource).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource resource(NamedCsvRecord row) {
        return new Resource(
                row.getField("institution"),
                ResourceKind.valueOf(row.getField("kind")),
                AreaCode.of(row.getField("area")),
                new Amount(Integer.parseInt(row.getField("units")), number(row, "occupied")),
                number(row, "from-months").map(from -> terms(row, from)),
                DateRange.from(LocalDate.parse(row.getField("from"))),
                new Origin(row.getField("source"), true));
    }

    private static Terms terms(NamedCsvRecord row, int fromMonths) {
        return new Terms(
                fromMonths,
                number(row, "before-months").orElseThrow(),
                number(row, "fee").map(yuan -> Money.ofYuan(yuan)),
                row.getField("inclusive").equals("是"));
    }

    private static Optional<Integer> number(NamedCsvRecord row, String column) {
        var text = row.getField(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(text));
    }
}

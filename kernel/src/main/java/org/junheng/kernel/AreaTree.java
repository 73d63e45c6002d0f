package org.junheng.kernel;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.Reader;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The administrative units of the country with their names, those abolished among them. Immutable.
 *
 * <p>The list is one versioned CSV whose head names its sources; a newer one needs no new release.
 */
public final class AreaTree {

    private static final int TAIWAN_RESIDENTS = 830_000;

    private final String edition;
    private final NavigableMap<AreaCode, List<Area>> byCode = new TreeMap<>();

    private AreaTree(String edition, List<Area> areas) {
        this.edition = edition;
        for (Area area : areas) {
            byCode.computeIfAbsent(area.code(), code -> new ArrayList<>()).add(area);
        }
        byCode.values()
                .forEach(entries -> entries.sort(
                        Comparator.comparing(Area::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()))));
    }

    /** The list that comes with this library. */
    public static AreaTree load() {
        return of(Csv.resource("areas.csv"));
    }

    /** A list of the same columns as {@code areas.csv}: comment lines, then a header. */
    public static AreaTree read(Reader reader) {
        return of(Csv.read(reader));
    }

    private static AreaTree of(Csv csv) {
        String edition = csv.comments().stream()
                .filter(line -> line.startsWith("edition:"))
                .map(line -> line.substring("edition:".length()).strip())
                .findFirst()
                .orElse("unknown");
        return new AreaTree(edition, csv.rows().stream().map(AreaTree::area).toList());
    }

    private static Area area(Csv.Row row) {
        String successors = row.get("successors");
        return new Area(
                AreaCode.of(row.get("code")),
                row.get("zh"),
                row.get("en"),
                date(row.get("valid_from")),
                date(row.get("valid_to")),
                successors.isEmpty()
                        ? List.of()
                        : Stream.of(successors.split(" ")).map(AreaCode::of).toList());
    }

    /** A bare year stands for its first day. */
    private static @Nullable LocalDate date(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return cell.length() == 4 ? Year.parse(cell).atDay(1) : LocalDate.parse(cell);
    }

    /** Which list this is, for pages and reports. */
    public String edition() {
        return edition;
    }

    /** The place of this code: as in force today, else as it was last. */
    public Optional<Area> find(AreaCode code) {
        return history(code).stream().reduce((earlier, later) -> later);
    }

    /** The place of this code as of a day. */
    public Optional<Area> find(AreaCode code, LocalDate on) {
        return history(code).stream().filter(area -> area.isInForce(on)).findFirst();
    }

    /** @throws IllegalArgumentException if the list never had the code */
    public Area get(AreaCode code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Area code %s is not in the list of %s. A newer list may have it.".formatted(code, edition)));
    }

    /** All that was ever called by this code, the oldest first. */
    public List<Area> history(AreaCode code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** Every entry there is, abolished ones too, by code and time. */
    public List<Area> all() {
        return byCode.values().stream().flatMap(List::stream).toList();
    }

    /** The provinces in force, in the order of their codes. */
    public List<Area> provinces() {
        return inForce(byCode)
                .filter(area -> area.code().level() == AreaCode.Level.PROVINCE)
                .toList();
    }

    /** The places directly below, in force, in the order of their codes. */
    public List<Area> children(AreaCode parent) {
        return below(parent)
                .filter(area -> parentOf(area.code()).equals(Optional.of(parent)))
                .toList();
    }

    /** All places of a level in an area, in force, in the order of their codes. */
    public List<Area> within(AreaCode area, AreaCode.Level level) {
        return below(area).filter(each -> each.code().level() == level).toList();
    }

    /** The next place above that the list has; some counties stand directly under their province. */
    public Optional<AreaCode> parentOf(AreaCode code) {
        Optional<AreaCode> parent = code.parent();
        while (parent.isPresent() && !byCode.containsKey(parent.get())) {
            parent = parent.get().parent();
        }
        return parent;
    }

    /** The name alone: 泰顺县, or Taishun County. */
    public String name(AreaCode code, Locale locale) {
        return get(code).name(locale);
    }

    /** The name with all above it: 浙江省温州市泰顺县, or Taishun County, Wenzhou, Zhejiang. */
    public String fullName(AreaCode code, Locale locale) {
        var upwards = Stream.iterate(Optional.of(code), Optional::isPresent, each -> parentOf(each.orElseThrow()))
                .map(each -> name(each.orElseThrow(), locale));
        return Area.isChinese(locale)
                ? upwards.collect(collectingAndThen(toList(), names -> String.join("", names.reversed())))
                : upwards.collect(joining(", "));
    }

    /**
     * Whether the head of an ID number is or was a code; also the one that residence permits of people from Taiwan
     * carry (those from Hong Kong and Macao carry the codes of their regions). An unknown one is a warning, never a
     * refusal.
     */
    public boolean isKnownPrefix(int area6) {
        return area6 == TAIWAN_RESIDENTS
                || (area6 >= 100_000 && area6 <= 999_999 && byCode.containsKey(AreaCode.ofCounty(area6)));
    }

    /**
     * The codes that a place's territory has as of a day: itself while in force, else what followed it, through every
     * later change; empty where that is not known.
     */
    public List<AreaCode> successors(AreaCode code, LocalDate on) {
        Set<AreaCode> found = new LinkedHashSet<>();
        follow(code, on, found, new LinkedHashSet<>());
        return List.copyOf(found);
    }

    /** As {@link #successors}, where there is exactly one. */
    public Optional<AreaCode> successor(AreaCode code, LocalDate on) {
        List<AreaCode> all = successors(code, on);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private void follow(AreaCode code, LocalDate on, Set<AreaCode> found, Set<AreaCode> seen) {
        if (find(code, on).isPresent()) {
            found.add(code);
        } else if (seen.add(code)) {
            lastBefore(code, on).map(Area::successors).orElse(List.of()).forEach(next -> follow(next, on, found, seen));
        }
    }

    /** The entry that had ended by a day: a code may have been given out again later. */
    private Optional<Area> lastBefore(AreaCode code, LocalDate on) {
        return history(code).stream()
                .filter(area -> area.validTo() != null && !area.validTo().isAfter(on))
                .reduce((earlier, later) -> later);
    }

    private Stream<Area> below(AreaCode area) {
        return inForce(byCode.subMap(area, false, new AreaCode(area.to() - 1), true));
    }

    private static Stream<Area> inForce(NavigableMap<AreaCode, List<Area>> areas) {
        return areas.values().stream().map(List::getLast).filter(Area::isInForce);
    }
}

package org.junheng.linkage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Comparisons and candidate rules for Chinese persons. */
final class ChineseRules {

    static final Set<String> MEANINGS = Set.of("name", "sex", "born", "id", "phone", "area", "address", "mother");

    private static final int NAME = 0;
    private static final int BORN = 1;
    private static final int ID = 2;
    private static final int SEX = 3;
    private static final int PHONE = 4;
    private static final int ADDRESS = 5;
    private static final int MOTHER = 6;

    private ChineseRules() {}

    static List<Comparison> comparisons(Map<String, String> column) {
        Function<String, String> of = meaning -> column.getOrDefault(meaning, "");
        return List.of(
                new ChineseName(of.apply("name")),
                new BirthDate(of.apply("born")),
                new IdNumber(of.apply("id")),
                new Words("sex", of.apply("sex"), Words.Kind.CODE, false, "0", "9", "未知"),
                new Words("phone", of.apply("phone"), Words.Kind.CODE, false, "13800000000", "无", "00000000000"),
                new Address(of.apply("area"), of.apply("address")),
                new MotherName(of.apply("mother"), of.apply("name")));
    }

    static List<Rule> rules() {
        return List.of(
                rule("id", e -> id(e), Set.of("id")),
                rule("pinyin-born", e -> both(pinyin(e), day(e)), Set.of("name", "born")),
                rule("name-year", e -> both(text(e), year(e)), Set.of("name", "born")),
                rule("phone-year", e -> both(string(e, PHONE), year(e)), Set.of("phone", "born")),
                rule("mother-year", e -> both(string(e, MOTHER), year(e)), Set.of("mother", "born")),
                rule("pinyin-area", e -> both(pinyin(e), area(e)), Set.of("name", "address")),
                rule("id14-surname", e -> both(id14(e), surname(e)), Set.of("id")),
                rule("door-year", e -> both(door(e), year(e)), Set.of("address")),
                rule("door-surname", e -> both(door(e), surname(e)), Set.of("address")),
                rule("phone-surname", e -> both(string(e, PHONE), surname(e)), Set.of("phone")),
                rule("born-surname", e -> both(day(e), surname(e)), Set.of("born")),
                rule("born-area-sex", e -> both(both(day(e), area(e)), string(e, SEX)), Set.of("born", "sex")));
    }

    /** The broad rule beside: everybody born on a day, for measuring what the narrow rules lose. */
    static Rule bornRule() {
        return new Rule("born", ChineseRules::day, Set.of("born"), false);
    }

    private static Rule rule(String name, Function<Entry, @Nullable String> key, Set<String> decided) {
        return new Rule(name, key, decided, true);
    }

    static @Nullable String both(@Nullable String a, @Nullable String b) {
        return a == null || b == null ? null : a + "|" + b;
    }

    private static @Nullable String string(Entry entry, int index) {
        return (String) entry.value(index);
    }

    private static @Nullable String text(Entry entry) {
        return entry.value(NAME) instanceof ChineseName.Value name ? name.text() : null;
    }

    private static @Nullable String pinyin(Entry entry) {
        return entry.value(NAME) instanceof ChineseName.Value name ? name.pinyin() : null;
    }

    private static @Nullable String surname(Entry entry) {
        return entry.value(NAME) instanceof ChineseName.Value name
                        && !name.surname().isEmpty()
                ? name.surname()
                : null;
    }

    private static @Nullable String day(Entry entry) {
        return entry.value(BORN) instanceof BirthDate.Value born ? born.digits() : null;
    }

    private static @Nullable String year(Entry entry) {
        return entry.value(BORN) instanceof BirthDate.Value born ? Integer.toString(born.year()) : null;
    }

    private static @Nullable String id(Entry entry) {
        return entry.value(ID) instanceof IdNumber.Value id ? id.digits() : null;
    }

    private static @Nullable String id14(Entry entry) {
        return entry.value(ID) instanceof IdNumber.Value id ? id.digits().substring(0, 14) : null;
    }

    private static @Nullable String area(Entry entry) {
        return entry.value(ADDRESS) instanceof Address.Value at && !at.area().isEmpty() ? at.area() : null;
    }

    private static @Nullable String door(Entry entry) {
        return entry.value(ADDRESS) instanceof Address.Value at && !at.door().isEmpty() ? at.area() + at.door() : null;
    }

    /**
     * Two of one birth whom only a character of the given name tells apart: maybe twins, where both have a number and
     * these differ by more than a slip; within one file also where a number is missing.
     */
    static boolean mayBeTwins(Entry a, Entry b, long levels, boolean isOneFile) {
        int id = Layout.level(levels, ID);
        return Layout.level(levels, BORN) == BirthDate.SAME
                && Layout.level(levels, NAME) == ChineseName.NEAR
                && (id == IdNumber.DIFFERENT || id == IdNumber.ONE_INVALID || (isOneFile && id == IdNumber.MISSING))
                && a.value(NAME) instanceof ChineseName.Value left
                && b.value(NAME) instanceof ChineseName.Value right
                && ChineseName.isSiblingPattern(left, right);
    }

    /** A number that agrees while name and birth both do not: somebody else's number, such as the mother's. */
    static boolean isUncorroborated(long levels) {
        int name = Layout.level(levels, NAME);
        int born = Layout.level(levels, BORN);
        return Layout.level(levels, ID) >= IdNumber.TWO_DIGITS
                && name <= ChineseName.SURNAME
                && (born == Comparison.DIFFERENT || born == BirthDate.YEAR && name == Comparison.DIFFERENT);
    }
}

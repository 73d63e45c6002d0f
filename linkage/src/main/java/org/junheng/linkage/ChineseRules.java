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
                rule("id-birth-surname", e -> both(idBirth(e), surname(e)), Set.of("id")),
                rule("name-day", e -> both(text(e), monthDay(e)), Set.of("name", "born")),
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

    /** Birth and sequence. */
    private static @Nullable String idBirth(Entry entry) {
        return entry.value(ID) instanceof IdNumber.Value id ? id.digits().substring(6) : null;
    }

    private static @Nullable String monthDay(Entry entry) {
        return entry.value(BORN) instanceof BirthDate.Value born ? born.digits().substring(4) : null;
    }

    private static @Nullable String area(Entry entry) {
        return entry.value(ADDRESS) instanceof Address.Value at && !at.area().isEmpty() ? at.area() : null;
    }

    private static @Nullable String door(Entry entry) {
        return entry.value(ADDRESS) instanceof Address.Value at && !at.door().isEmpty() ? at.area() + at.door() : null;
    }

    /**
     * Two of one birth who may be twins: a character of the given name tells them apart, and so do their numbers or,
     * where one has none, sex or a common mother (within one file nothing more is asked); or the given names differ
     * altogether, the mother is the same, and only one of them has a number.
     */
    static boolean mayBeTwins(Entry a, Entry b, long levels, boolean isOneFile) {
        if (Layout.level(levels, BORN) != BirthDate.SAME
                || !(a.value(NAME) instanceof ChineseName.Value left)
                || !(b.value(NAME) instanceof ChineseName.Value right)) {
            return false;
        }
        boolean isOneMother = Layout.level(levels, MOTHER) == MotherName.SAME;
        int id = Layout.level(levels, ID);
        boolean isUnknown = id == Comparison.MISSING;
        if (ChineseName.isSiblingPattern(left, right)) {
            boolean isOneSex = Layout.level(levels, SEX) != Comparison.DIFFERENT;
            return isUnknown ? isOneFile || isOneMother || !isOneSex : id <= IdNumber.ONE_INVALID;
        }
        boolean hasOneNumber = isUnknown && (a.value(ID) != null || b.value(ID) != null);
        return hasOneNumber && isOneMother && ChineseName.isOtherGivenName(left, right);
    }

    /** Whether numbers tell two apart who may be twins. */
    static boolean areTwinsByNumber(Entry a, Entry b, long levels) {
        return Layout.level(levels, ID) != Comparison.MISSING && mayBeTwins(a, b, levels, false);
    }

    /** A number that agrees while name and birth both do not: somebody else's number, such as the mother's. */
    static boolean isUncorroborated(long levels) {
        int name = Layout.level(levels, NAME);
        int born = Layout.level(levels, BORN);
        return Layout.level(levels, ID) >= IdNumber.TWO_DIGITS
                && name <= ChineseName.SURNAME
                && (born == Comparison.DIFFERENT || (born == BirthDate.YEAR && name == Comparison.DIFFERENT));
    }
}

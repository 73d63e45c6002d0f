package org.junheng.intake.internal;

import static org.junheng.intake.internal.NoticeColumn.*;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junheng.intake.internal.Finding.Expectation;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;

/** Checks one row: everything wrong is told at once, and what is only odd is a warning. */
final class NoticeCheck {

    /** Excel keeps fifteen digits of a number and writes zeros for the rest. */
    private static final Pattern ROUNDED = Pattern.compile("\\d{15}000");

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[ T].*)?");
    private static final int YOUNGEST_MOTHER = 12;
    private static final int OLDEST_MOTHER = 60;
    private static final int USUAL_FROM = 18;
    private static final int USUAL_TO = 50;

    private final AreaTree areas;
    private final LocalDate today;
    private final NoticeRow row;
    private final List<Finding> findings = new ArrayList<>();

    private NoticeCheck(NoticeRow row, AreaTree areas, LocalDate today) {
        this.row = row;
        this.areas = areas;
        this.today = today;
    }

    /**
     * What a check concluded.
     *
     * @param row the row
     * @param notice the notice; absent if there are faults
     * @param findings faults and warnings
     */
    record Checked(NoticeRow row, Optional<BirthNotice> notice, List<Finding> findings) {}

    static Checked check(NoticeRow row, AreaTree areas, LocalDate today) {
        var check = new NoticeCheck(row, areas, today);
        var notice = check.notice();
        boolean faulty = check.findings.stream().anyMatch(Finding::fault);
        return new Checked(row, faulty ? Optional.empty() : notice, List.copyOf(check.findings));
    }

    private Optional<BirthNotice> notice() {
        for (var column : NoticeColumn.values()) {
            if (column.required() && row.find(column).isEmpty()) {
                find(column, "", Expectation.REQUIRED);
            }
        }
        var area = row.find(INSTITUTION_AREA).flatMap(this::area);
        var bornOn = row.find(BORN_ON).flatMap(this::birth);
        var sex = row.find(SEX).flatMap(this::sex);
        var mother = parent(MOTHER_NAME, MOTHER_ID_NUMBER, row.find(MOTHER_PHONE));
        var father = parent(FATHER_NAME, FATHER_ID_NUMBER, Optional.empty());
        var clinical = new BirthNotice.Clinical(
                number(PARITY, 1, 20),
                number(PLURALITY, 1, 8),
                number(GESTATION_WEEKS, 20, 45),
                number(WEIGHT_GRAMS, 300, 7000));
        mother.ifPresent(m -> bornOn.ifPresent(day -> checkMother(m, day)));
        if (area.isEmpty() || bornOn.isEmpty() || sex.isEmpty() || mother.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BirthNotice(
                row.find(NOTICE_NUMBER).orElse(""),
                new BirthNotice.Institution(row.find(INSTITUTION).orElse(""), area.get()),
                bornOn.get(),
                sex.get(),
                row.find(CHILD_NAME),
                mother.get(),
                father,
                clinical));
    }

    private Optional<AreaCode> area(String text) {
        if (text.matches("\\d{6}|\\d{9}|\\d{12}")) {
            var code = AreaCode.of(text);
            if (areas.find(code.county()).isPresent()) {
                return Optional.of(code);
            }
        }
        find(INSTITUTION_AREA, text, Expectation.AREA_CODE);
        return Optional.empty();
    }

    private Optional<LocalDate> birth(String text) {
        var parts = DAY.matcher(text);
        if (!parts.matches()) {
            find(BORN_ON, text, Expectation.DATE);
            return Optional.empty();
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            if (day.isAfter(today)) {
                find(BORN_ON, text, Expectation.NOT_IN_FUTURE);
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            find(BORN_ON, text, Expectation.DATE);
            return Optional.empty();
        }
    }

    private Optional<Sex> sex(String text) {
        return switch (text) {
            case "男", "1", "M", "m" -> Optional.of(Sex.MALE);
            case "女", "2", "F", "f" -> Optional.of(Sex.FEMALE);
            default -> {
                find(SEX, text, Expectation.SEX);
                yield Optional.empty();
            }
        };
    }

    /** A parent needs name and ID number both; a father may be left out altogether. */
    private Optional<BirthNotice.Parent> parent(NoticeColumn name, NoticeColumn number, Optional<String> phone) {
        var stated = row.find(name);
        var id = row.find(number).flatMap(text -> idNumber(number, text));
        return stated.isPresent() && id.isPresent()
                ? Optional.of(new BirthNotice.Parent(stated.get(), id.get(), phone))
                : Optional.empty();
    }

    private Optional<ResidentId> idNumber(NoticeColumn column, String text) {
        return switch (ResidentId.parse(text)) {
            case ResidentId.Valid(var id) -> {
                if (!areas.isKnownPrefix(id.areaPrefix())) {
                    find(column, text, Expectation.KNOWN_AREA_PREFIX);
                }
                yield Optional.of(id);
            }
            case ResidentId.Invalid(var reason) -> {
                find(
                        column,
                        text,
                        switch (reason) {
                            case LENGTH -> Expectation.ID_LENGTH;
                            case CHARACTERS -> Expectation.ID_CHARACTERS;
                            case DATE -> Expectation.ID_DATE;
                            case CHECK_DIGIT ->
                                ROUNDED.matcher(text).matches() ? Expectation.ID_ROUNDED : Expectation.ID_CHECK_DIGIT;
                        });
                yield Optional.empty();
            }
        };
    }

    private void checkMother(BirthNotice.Parent mother, LocalDate bornOn) {
        var text = row.find(MOTHER_ID_NUMBER).orElse("");
        if (mother.idNumber().sex() != Sex.FEMALE) {
            find(MOTHER_ID_NUMBER, text, Expectation.MOTHER_FEMALE);
        }
        long age = ChronoUnit.YEARS.between(mother.idNumber().birthDate(), bornOn);
        if (age < YOUNGEST_MOTHER || age > OLDEST_MOTHER) {
            find(MOTHER_ID_NUMBER, text, Expectation.MOTHER_AGE);
        } else if (age < USUAL_FROM || age > USUAL_TO) {
            find(MOTHER_ID_NUMBER, text, Expectation.UNUSUAL_MOTHER_AGE);
        }
    }

    private Optional<Integer> number(NoticeColumn column, int least, int most) {
        return row.find(column).flatMap(text -> {
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Optional.of(Integer.valueOf(text));
            }
            find(column, text, Expectation.NUMBER_IN_RANGE);
            return Optional.empty();
        });
    }

    private void find(NoticeColumn column, String value, Expectation expectation) {
        findings.add(new Finding(row.number(), column, value, expectation));
    }
}

package org.junheng.correction.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.HukouCategory;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junheng.register.CorrectableFact;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** Values that somebody says are right: checked, brought into the form in which they are stored, and written out. */
@Component
class ClaimedValue {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 400;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final AreaTree areas;

    ClaimedValue(AreaTree areas) {
        this.areas = areas;
    }

    /** What was typed, as it is stored, or what is wrong with it. */
    sealed interface Read {
        record Good(String value) implements Read {}

        record Bad(Text why) implements Read {}
    }

    Read read(CorrectableFact fact, String typed, LocalDate today) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return bad("empty");
        }
        return switch (fact) {
            case NAME ->
                text.length() <= LONGEST_NAME && text.codePoints().noneMatch(Character::isDigit)
                        ? new Read.Good(text)
                        : bad("name");
            case ID_NUMBER ->
                switch (ResidentId.parse(text)) {
                    case ResidentId.Valid valid -> new Read.Good(valid.id().value());
                    case ResidentId.Invalid _ -> bad("id-number");
                };
            case BORN_ON -> date(text, today);
            case SEX -> List.of("1", "2").contains(text) ? new Read.Good(text) : bad("choose");
            case HUKOU_CATEGORY -> HukouCategory.CODES.find(text).isPresent() ? new Read.Good(text) : bad("choose");
            case HUKOU, RESIDENCE -> place(text);
            case PHONE ->
                text.replaceAll("[\\s-]", "").matches("\\d{7,15}")
                        ? new Read.Good(text.replaceAll("[\\s-]", ""))
                        : bad("phone");
            case ADDRESS, FAMILY -> text.length() <= LONGEST_TEXT ? new Read.Good(text) : bad("long");
        };
    }

    private static Read date(String text, LocalDate today) {
        try {
            var day = LocalDate.parse(text);
            return day.isAfter(today) || day.isBefore(EARLIEST_BIRTH) ? bad("date") : new Read.Good(day.toString());
        } catch (DateTimeException e) {
            return bad("date");
        }
    }

    private Read place(String text) {
        return text.matches("\\d{12}") && areas.find(AreaCode.of(text)).isPresent()
                ? new Read.Good(text)
                : bad("choose");
    }

    /** A stored value as {@link org.junheng.web.Format#any} writes it. */
    Object readable(CorrectableFact fact, String value) {
        return switch (fact) {
            case BORN_ON -> LocalDate.parse(value);
            case SEX -> Sex.CODES.get(value);
            case HUKOU_CATEGORY -> HukouCategory.CODES.get(value);
            case HUKOU, RESIDENCE -> new AreaCode(Long.parseLong(value));
            case NAME, ID_NUMBER, PHONE, ADDRESS, FAMILY -> value;
        };
    }

    private static Read bad(String why) {
        return new Read.Bad(Text.of("correction.wrong." + why));
    }
}

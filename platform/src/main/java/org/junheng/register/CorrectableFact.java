package org.junheng.register;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Coded;

/** What of a person can be said to be wrong. The code is what is stored. */
public enum CorrectableFact implements Coded {
    NAME("name", "姓名", "Name", null),
    ID_NUMBER("id-number", "身份证号", "ID number", null),
    BORN_ON("born-on", "出生日期", "Date of birth", EventKind.BIRTH),
    SEX("sex", "性别", "Sex", EventKind.BIRTH),
    HUKOU("hukou", "户籍地", "Place of household registration", EventKind.REGISTERED_RESIDENCE),
    RESIDENCE("residence", "居住地", "Place of residence", EventKind.USUAL_RESIDENCE),
    HUKOU_CATEGORY("hukou-category", "户口性质", "Hukou category", EventKind.HUKOU_CATEGORY),
    ADDRESS("address", "住址", "Address", null),
    PHONE("phone", "手机号", "Phone", null),
    /** Somebody is missing among spouse, parents and children, or does not belong there: for the source to settle. */
    FAMILY("family", "家庭成员", "Members of the family", null);

    private final String code;
    private final String zh;
    private final String en;
    private final @Nullable EventKind event;

    CorrectableFact(String code, String zh, String en, @Nullable EventKind event) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.event = event;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** Whether it tells who somebody is: then two persons decide. */
    public boolean tellsWho() {
        return switch (this) {
            case NAME, ID_NUMBER, BORN_ON, SEX -> true;
            case HUKOU, RESIDENCE, HUKOU_CATEGORY, ADDRESS, PHONE, FAMILY -> false;
        };
    }

    /** Whether the register keeps it as one value that another can take the place of. */
    public boolean hasOneValue() {
        return this != FAMILY;
    }

    /** Whether it is a place, written as an area code. */
    public boolean isPlace() {
        return this == HUKOU || this == RESIDENCE;
    }

    /** Whether it holds for a time, so that the right value has a day from which it holds. */
    public boolean holdsForATime() {
        return isPlace() || this == HUKOU_CATEGORY;
    }

    /** The life event that states it; none where only the identity room has it. */
    public Optional<EventKind> event() {
        return Optional.ofNullable(event);
    }

    /** The fact with the given code. */
    public static CorrectableFact ofCode(String code) {
        return Arrays.stream(values())
                .filter(fact -> fact.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No fact that can be corrected is '%s'.".formatted(code)));
    }
}

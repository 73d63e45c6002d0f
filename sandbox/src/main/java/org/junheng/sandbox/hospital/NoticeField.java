package org.junheng.sandbox.hospital;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a birth notice as agreed with the platform: property of its interface, header of its file. */
enum NoticeField {
    NOTICE_NUMBER("通知编号", "Notice number", "text", true),
    INSTITUTION("助产机构", "Institution", "text", true),
    INSTITUTION_AREA("机构地区代码", "Institution area code", "text", true),
    BORN_ON("出生日期", "Date of birth", "date", true),
    SEX("性别", "Sex", "sex", true),
    CHILD_NAME("新生儿姓名", "Child’s name", "text", false),
    MOTHER_NAME("母亲姓名", "Mother’s name", "text", true),
    MOTHER_ID_NUMBER("母亲身份证号", "Mother’s ID number", "text", true),
    MOTHER_PHONE("母亲电话", "Mother’s phone", "tel", false),
    FATHER_NAME("父亲姓名", "Father’s name", "text", false),
    FATHER_ID_NUMBER("父亲身份证号", "Father’s ID number", "text", false),
    PARITY("产次", "Parity", "number", false),
    PLURALITY("胎数", "Plurality", "number", false),
    GESTATION_WEEKS("孕周", "Weeks of gestation", "number", false),
    WEIGHT_GRAMS("出生体重（克）", "Weight at birth (g)", "number", false);

    private final String zh;
    private final String en;
    private final String kind;
    private final boolean required;

    NoticeField(String zh, String en, String kind, boolean required) {
        this.zh = zh;
        this.en = en;
        this.kind = kind;
        this.required = required;
    }

    /** The field of the given property, which the platform may not have named. */
    static Optional<NoticeField> ofProperty(@Nullable String property) {
        return Arrays.stream(values())
                .filter(field -> field.property().equals(property))
                .findFirst();
    }

    /** Name of the property over the interface and in our form. */
    public String property() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Chinese label and header of the file. */
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Type of the form's input; {@code sex} is a choice. */
    public String kind() {
        return kind;
    }

    public boolean required() {
        return required;
    }
}

package org.junheng.intake.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junheng.kernel.Coded;

/** The columns of a birth notice: header in a file (Chinese or English), property over the interface. */
enum NoticeColumn implements Coded {
    NOTICE_NUMBER("通知编号", "Notice number", true),
    INSTITUTION("助产机构", "Institution", true),
    INSTITUTION_AREA("机构地区代码", "Institution area code", true),
    BORN_ON("出生日期", "Date of birth", true),
    SEX("性别", "Sex", true),
    CHILD_NAME("新生儿姓名", "Child's name", false),
    MOTHER_NAME("母亲姓名", "Mother's name", true),
    MOTHER_ID_NUMBER("母亲身份证号", "Mother's ID number", true),
    MOTHER_PHONE("母亲电话", "Mother's phone", false),
    FATHER_NAME("父亲姓名", "Father's name", false),
    FATHER_ID_NUMBER("父亲身份证号", "Father's ID number", false),
    PARITY("产次", "Parity", false),
    PLURALITY("胎数", "Plurality", false),
    GESTATION_WEEKS("孕周", "Weeks of gestation", false),
    WEIGHT_GRAMS("出生体重（克）", "Weight at birth (g)", false);

    private final String zh;
    private final String en;
    private final boolean required;

    NoticeColumn(String zh, String en, boolean required) {
        this.zh = zh;
        this.en = en;
        this.required = required;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    public boolean required() {
        return required;
    }

    /** The column a header names: in Chinese (brackets and blanks do not matter), in English or by its code. */
    static Optional<NoticeColumn> ofHeader(String header) {
        var wanted = plain(header);
        return Arrays.stream(values())
                .filter(column -> wanted.equals(plain(column.zh))
                        || wanted.equals(plain(column.en))
                        || wanted.equals(plain(column.code())))
                .findFirst();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s_()（）*＊:：'’\\uFEFF]", "").replace("克", "").toLowerCase(Locale.ROOT);
    }
}

package org.junheng.kernel;

import java.util.List;

/** Marital status. GB/T 2261.2-2003; 21 to 23 are finer kinds of 20. */
public enum MaritalStatus implements Coded {
    NEVER_MARRIED("10", "未婚", "Never married"),
    MARRIED("20", "已婚", "Married"),
    FIRST_MARRIAGE("21", "初婚", "First marriage"),
    REMARRIED("22", "再婚", "Remarried"),
    REUNITED("23", "复婚", "Remarried to former spouse"),
    WIDOWED("30", "丧偶", "Widowed"),
    DIVORCED("40", "离婚", "Divorced"),
    NOT_STATED("90", "未说明的婚姻状况", "Not stated");

    public static final CodeList<MaritalStatus> CODES = CodeList.of("GB/T 2261.2 marital status", List.of(values()));

    private final String code;
    private final String zh;
    private final String en;

    MaritalStatus(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
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
}

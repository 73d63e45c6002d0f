package org.junheng.kernel;

import java.util.List;

/** Sex as registered. GB/T 2261.1-2003. */
public enum Sex implements Coded {
    UNKNOWN("0", "未知的性别", "Unknown"),
    MALE("1", "男", "Male"),
    FEMALE("2", "女", "Female"),
    NOT_STATED("9", "未说明的性别", "Not stated");

    public static final CodeList<Sex> CODES = CodeList.of("GB/T 2261.1 sex", List.of(values()));

    private final String code;
    private final String zh;
    private final String en;

    Sex(String code, String zh, String en) {
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

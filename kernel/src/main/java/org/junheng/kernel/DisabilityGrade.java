package org.junheng.kernel;

import java.util.List;

/**
 * Grade of disability, the first the gravest, as the 20th character of a disability certificate number shows it. GB/T
 * 26341-2010.
 */
public enum DisabilityGrade implements Coded {
    FIRST("1", "一级", "Grade 1"),
    SECOND("2", "二级", "Grade 2"),
    THIRD("3", "三级", "Grade 3"),
    FOURTH("4", "四级", "Grade 4");

    public static final CodeList<DisabilityGrade> CODES = CodeList.of("GB/T 26341 disability grade", List.of(values()));

    private final String code;
    private final String zh;
    private final String en;

    DisabilityGrade(String code, String zh, String en) {
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

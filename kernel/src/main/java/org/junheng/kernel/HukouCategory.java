package org.junheng.kernel;

import java.util.List;

/**
 * Category of household registration as older systems carried it. Zhejiang no longer makes the difference for
 * residents; it lives on as a documented fact where a scheme's law asks for it.
 */
public enum HukouCategory implements Coded {
    NON_AGRICULTURAL("1", "非农业户口", "Non-agricultural"),
    AGRICULTURAL("2", "农业户口", "Agricultural"),
    OTHER("9", "其他", "Other");

    public static final CodeList<HukouCategory> CODES = CodeList.of("hukou category", List.of(values()));

    private final String code;
    private final String zh;
    private final String en;

    HukouCategory(String code, String zh, String en) {
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

package org.junheng.kernel;

import java.util.List;

/** Kind of disability as the 19th character of a disability certificate number shows it. GB/T 26341-2010. */
public enum DisabilityType implements Coded {
    VISUAL("1", "视力残疾", "Visual"),
    HEARING("2", "听力残疾", "Hearing"),
    SPEECH("3", "言语残疾", "Speech"),
    PHYSICAL("4", "肢体残疾", "Physical"),
    INTELLECTUAL("5", "智力残疾", "Intellectual"),
    MENTAL("6", "精神残疾", "Mental"),
    MULTIPLE("7", "多重残疾", "Multiple");

    public static final CodeList<DisabilityType> CODES = CodeList.of("GB/T 26341 disability type", List.of(values()));

    private final String code;
    private final String zh;
    private final String en;

    DisabilityType(String code, String zh, String en) {
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

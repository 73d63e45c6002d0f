package org.junheng.resource.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junheng.kernel.Coded;

/** What is asked about a resource: a field of the form, a column of a file with a Chinese or English header. */
enum ResourceColumn implements Coded {
    INSTITUTION("机构名称", "Institution", true),
    KIND("类别", "Kind", true),
    AREA("地区代码", "Area code", true),
    UNITS("数量", "Number", true),
    OCCUPIED("在用", "In use", false),
    FROM_MONTHS("收托最小月龄", "From months of age", false),
    BEFORE_MONTHS("收托到多少月龄", "Before months of age", false),
    FEE("每月收费（元）", "Fee a month (yuan)", false),
    INCLUSIVE("普惠", "Inclusive", false),
    FROM("起始日期", "From", true),
    TO("终止日期", "Ended", false),
    SOURCE("来源", "Source", true);

    private final String zh;
    private final String en;
    private final boolean required;

    ResourceColumn(String zh, String en, boolean required) {
        this.zh = zh;
        this.en = en;
        this.required = required;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    boolean required() {
        return required;
    }

    /** The column a header names, in Chinese, in English or by its code; brackets and blanks do not matter. */
    static Optional<ResourceColumn> ofHeader(String header) {
        var wanted = plain(header);
        return Arrays.stream(values())
                .filter(column -> wanted.equals(plain(column.zh))
                        || wanted.equals(plain(column.en))
                        || wanted.equals(plain(column.code())))
                .findFirst();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s()（）*＊:：\\-\\uFEFF]", "").toLowerCase(Locale.ROOT);
    }
}

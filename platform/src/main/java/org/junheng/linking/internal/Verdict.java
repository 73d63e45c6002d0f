package org.junheng.linking.internal;

import java.time.Instant;
import org.junheng.kernel.Coded;

/** What an officer said of a pair. */
enum Verdict implements Coded {
    SAME("是同一人", "The same person"),
    DIFFERENT("是两个人", "Two persons"),
    UNSURE("不能确定", "Not sure"),
    UNDONE("归并已撤回", "Merge taken back");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /**
     * A verdict as it was given.
     *
     * @param verdict which
     * @param note why
     * @param by who
     * @param at when
     */
    record Given(Verdict verdict, String note, String by, Instant at) {}
}

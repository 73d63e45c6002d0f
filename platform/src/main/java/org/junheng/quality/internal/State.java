package org.junheng.quality.internal;

import org.junheng.kernel.Coded;

/** Where a finding stands. What a clerk said is kept by later runs. */
enum State implements Coded {
    OPEN("待核实", "Open"),
    SETTLED("已处理", "Settled"),
    NO_ERROR("不是错误", "Not an error"),
    GONE("已消除", "No longer found");

    private final String zh;
    private final String en;

    State(String zh, String en) {
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
}

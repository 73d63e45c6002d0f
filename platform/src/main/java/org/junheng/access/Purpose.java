package org.junheng.access;

import org.junheng.kernel.Coded;

/** What personal data are used for. Every use names one, and the person concerned can read it. */
public enum Purpose implements Coded {
    SIGN_IN("登录", "Signing in"),
    OWN_AFFAIRS("本人办事", "Own affairs"),
    SERVING_A_FAMILY("窗口服务", "Serving a family"),
    CHILDBEARING_REGISTRATION("生育登记", "Childbearing registration"),
    CORRECTION("信息更正", "Correcting the register"),
    BIRTH_NOTICE("出生信息接收", "Taking in birth notices"),
    BENEFIT_DECISION("待遇审核", "Deciding benefits"),
    PAYMENT("资金发放", "Paying benefits"),
    STATISTICS("统计监测", "Statistics"),
    AUDIT("审计监督", "Audit"),
    UPKEEP("系统运行", "Running the platform");

    private final String zh;
    private final String en;

    Purpose(String zh, String en) {
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

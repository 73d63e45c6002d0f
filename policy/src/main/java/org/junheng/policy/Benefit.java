package org.junheng.policy;

/** What a scheme gives. */
public enum Benefit {
    MONEY(new Text("资金", "money")),
    DAYS(new Text("假期", "days of leave")),
    DEDUCTION(new Text("税前扣除（仅供参考）", "deduction from taxable income (for information)"));

    private final Text label;

    Benefit(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}

package org.junheng.policy;

/** The three values of a condition. */
public enum Truth {
    TRUE(new Text("符合", "met")),
    FALSE(new Text("不符合", "not met")),
    UNKNOWN(new Text("尚不能判断", "cannot be decided yet"));

    private final Text label;

    Truth(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}

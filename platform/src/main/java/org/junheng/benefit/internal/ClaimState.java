package org.junheng.benefit.internal;

import java.util.Arrays;
import org.junheng.kernel.Coded;

/** Where a claim is. The code is what the database stores. */
enum ClaimState implements Coded {
    SUBMITTED("submitted", "乡镇（街道）初审中", "Under review by the township"),
    RETURNED("returned", "待补正", "Returned for a supplement"),
    RECOMMENDED("recommended", "县级审核确认中", "Awaiting confirmation by the county"),
    REFUSAL_PROPOSED("refusal-proposed", "拟不予，县级审核中", "Refusal proposed, awaiting the county"),
    GRANTED("granted", "已确认", "Granted"),
    REFUSED("refused", "不予确认", "Refused"),
    WITHDRAWN("withdrawn", "已撤回", "Withdrawn");

    private final String code;
    private final String zh;
    private final String en;

    ClaimState(String code, String zh, String en) {
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

    static ClaimState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No claim state has the code '%s'.".formatted(code)));
    }
}

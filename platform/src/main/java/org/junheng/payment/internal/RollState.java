package org.junheng.payment.internal;

import java.util.Arrays;
import org.junheng.kernel.Coded;

/** Where a pay-roll is. The code is what the database stores. */
enum RollState implements Coded {
    DRAFT("draft", "已制表，待审批", "Made, awaiting approval"),
    DISCARDED("discarded", "已作废", "Discarded"),
    FROZEN("frozen", "已审批锁定", "Approved and frozen"),
    QUEUED("queued", "正在送银行", "Being sent to the bank"),
    AT_BANK("at-bank", "银行处理中", "With the bank"),
    SETTLED("settled", "回盘完毕", "Settled");

    private final String code;
    private final String zh;
    private final String en;

    RollState(String code, String zh, String en) {
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

    static RollState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No roll state has the code '%s'.".formatted(code)));
    }
}

package org.junheng.benefit.internal;

import org.junheng.kernel.Coded;

/** What can be done with a claim. */
enum ClaimAction implements Coded {
    FILE("申请", "File"),
    RECOMMEND("初审通过", "Recommend"),
    RETURN("退回补正", "Return for a supplement"),
    PROPOSE_REFUSAL("拟不予", "Propose a refusal"),
    SUPPLEMENT("补正", "Supplement"),
    WITHDRAW("撤回", "Withdraw"),
    CONFIRM_GRANT("审核确认", "Confirm the grant"),
    CONFIRM_REFUSAL("确认不予", "Confirm the refusal"),
    SEND_BACK("退回初审", "Send back to the township"),
    RECORD_FINDING("认定事实", "Record what was found"),
    UNDO("撤销办理", "Undo"),
    CHANGE_ACCOUNT("更正账号", "Correct the account");

    private final String zh;
    private final String en;

    ClaimAction(String zh, String en) {
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

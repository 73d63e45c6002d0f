package org.junheng.correction.internal;

import org.junheng.kernel.Coded;

/** What can be done with a request. */
enum RequestAction implements Coded {
    ASK("提出更正", "Asked for a correction"),
    ACCEPT("同意更正", "Accept"),
    PROPOSE("拟同意，送县级复核", "Propose to accept"),
    CONFIRM("复核同意", "Confirm"),
    SEND_BACK("退回核实", "Send back"),
    REFER("发协查", "Ask others to verify"),
    ANSWER("答复协查", "Answer the verification request"),
    SETTLE_AT_SOURCE("来源部门已更正", "Corrected at the source"),
    REFUSE("不予更正", "Refuse"),
    WITHDRAW("撤回", "Withdraw");

    private final String zh;
    private final String en;

    RequestAction(String zh, String en) {
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

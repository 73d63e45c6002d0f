package org.junheng.sandbox.bank;

import java.time.Duration;
import java.util.Set;

/**
 * How the bank treats the rolls it accepts from now on.
 *
 * @param returnedPercent share of lines returned, 0 to 100, spread evenly over the roll: one line in three at 33 or 34
 * @param reason why they are returned
 * @param delay time between accepting a roll and sending the return file, up to a day
 * @param faults what it does wrong
 */
record Behaviour(int returnedPercent, Reason reason, Duration delay, Set<Fault> faults) {

    /** Every line paid, nothing wrong, three seconds. */
    static final Behaviour DECENT = new Behaviour(0, Reason.NO_SUCH_ACCOUNT, Duration.ofSeconds(3), Set.of());

    Behaviour {
        if (returnedPercent < 0 || returnedPercent > 100) {
            throw new IllegalArgumentException(
                    "The share of returned lines must be 0 to 100 per cent, got %d.".formatted(returnedPercent));
        }
        if (delay.isNegative() || delay.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("The delay must be 0 seconds to a day, got %s.".formatted(delay));
        }
        faults = Set.copyOf(faults);
    }

    public boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** Whether the line, counted from 0, is returned. */
    boolean returns(long line) {
        return (line + 1) * returnedPercent / 100 > line * returnedPercent / 100;
    }

    /** Reason codes of returned payments (退票), the Chinese text being what the file carries. */
    enum Reason {
        NO_SUCH_ACCOUNT("账号不存在", "no such account"),
        NAME_DIFFERS("户名不符", "name differs from the account’s"),
        ACCOUNT_CLOSED("账户已销户", "account closed"),
        ACCOUNT_FROZEN("账户状态异常", "account frozen or dormant");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /** What banks and networks get wrong. */
    enum Fault {
        WRONG_AMOUNT("回盘第一行金额多一分", "First line of the return file is one fen too high"),
        UNKNOWN_LINE("回盘多出一行平台没有的转账", "Return file has a line for a transfer the platform never sent"),
        DUPLICATE_LINE("回盘最后一行重复", "Last line of the return file stands there twice"),
        WRONG_CONTROLS("回盘申明的笔数多一笔", "Return file says it has one line more than it has"),
        SENT_TWICE("回盘文件发送两次", "Return file is sent twice"),
        LOST_ANSWER("首次收盘后不回执（断开连接）", "Takes a roll, then drops the connection instead of answering");

        private final String zh;
        private final String en;

        Fault(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }
}

package org.junheng.population.internal.naming;

import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Lottery;

/** Telephone numbers of a prefix nobody has, and bank accounts of no issuer: each person's own, no real one. */
public final class Contacts {

    private static final String PHONE_PREFIX = "154";
    private static final String ACCOUNT_PREFIX = "9330329";
    private static final long PHONES = 100_000_000L;
    private static final long ACCOUNTS = 100_000_000_000L;
    /** Prime to the powers of ten: no two keys meet. */
    private static final long SPREAD = 73_856_093L;

    private final long seed;
    private final Lottery<String> banks = new Lottery<String>()
            .put("浙江泰顺农村商业银行", 50)
            .put("中国农业银行", 18)
            .put("中国邮政储蓄银行", 12)
            .put("中国工商银行", 10)
            .put("中国建设银行", 10);

    public Contacts(long seed) {
        this.seed = seed;
    }

    /** Eleven digits. */
    public String phone(int key) {
        return PHONE_PREFIX + padded(Math.floorMod(key * SPREAD + seed % PHONES, PHONES), 8);
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    public String bank(int key) {
        return banks.draw(Chance.of(seed, "bank", key));
    }

    /** Nineteen digits, the last by Luhn's rule (ISO/IEC 7812). */
    public String account(int key) {
        String digits = ACCOUNT_PREFIX + padded(Math.floorMod(key * SPREAD + seed % ACCOUNTS, ACCOUNTS), 11);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }
}

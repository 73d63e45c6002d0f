package org.junheng.register;

/**
 * A bank account as a source stated it; prints masked.
 *
 * @param holder name of the holder
 * @param number account number
 */
public record BankAccount(String holder, String number) {

    /** Only the last four digits. */
    public String maskedNumber() {
        int shown = Math.min(4, number.length());
        return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }

    @Override
    public String toString() {
        return "account " + maskedNumber();
    }
}

package org.junheng.benefit;

/**
 * Who is paid, and where; prints masked.
 *
 * @param holder holder of the account
 * @param account account number, digits only
 */
public record Payee(String holder, String account) {

    public Payee {
        holder = holder.strip();
        account = account.replaceAll("[\\s-]", "");
        if (holder.isEmpty() || holder.length() > 60 || holder.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The holder of an account has a name of at most 60 characters.");
        }
        if (!account.matches("\\d{8,32}")) {
            throw new IllegalArgumentException("An account number has 8 to 32 digits.");
        }
    }

    /** The family name and a star for each further character. */
    public String maskedHolder() {
        return holder.substring(0, holder.offsetByCodePoints(0, 1))
                + "*".repeat(holder.codePointCount(0, holder.length()) - 1);
    }

    /** Only the last four digits. */
    public String maskedAccount() {
        return "**** " + account.substring(account.length() - 4);
    }

    @Override
    public String toString() {
        return maskedHolder() + " " + maskedAccount();
    }
}

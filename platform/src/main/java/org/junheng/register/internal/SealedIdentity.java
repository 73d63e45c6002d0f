package org.junheng.register.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Stated;

/**
 * A stated identity as it is kept. What is not stated is null, as in the tables.
 *
 * @param name name as written
 * @param keys what the name is found by
 * @param bornOn date of birth
 * @param number resident ID number
 * @param phone phone number
 * @param account bank account
 * @param address address below the township
 * @param contentHash hash of name and ID number, which stays in the ledger
 */
record SealedIdentity(
        @Nullable String name,
        NameKeys keys,
        @Nullable LocalDate bornOn,
        Sealed number,
        Sealed phone,
        Sealed account,
        @Nullable String address,
        byte @Nullable [] contentHash) {

    /**
     * A sealed value and its blind index, both null where nothing is stated.
     *
     * @param cipher encrypted value
     * @param index blind index
     */
    record Sealed(byte @Nullable [] cipher, byte @Nullable [] index) {

        static final Sealed NOTHING = new Sealed(null, null);
    }

    private static final SealedIdentity NOBODY = new SealedIdentity(
            null, new NameKeys("", "", ""), null, Sealed.NOTHING, Sealed.NOTHING, Sealed.NOTHING, null, null);

    static SealedIdentity of(Stated.Record record, Vault vault) {
        return record.identity().map(identity -> of(identity, vault)).orElse(NOBODY);
    }

    private static SealedIdentity of(Stated.Identity identity, Vault vault) {
        var number = identity.idNumber().map(ResidentId::value);
        return new SealedIdentity(
                identity.name(),
                NameKeys.of(identity.name()),
                identity.bornOn().orElse(null),
                sealed(number, Vault.Kind.ID_NUMBER, vault),
                sealed(identity.phone(), Vault.Kind.PHONE, vault),
                sealed(identity.account(), Vault.Kind.ACCOUNT, vault),
                identity.address().orElse(null),
                vault.index(Vault.Kind.CONTENT, identity.name() + number.orElse("")));
    }

    private static Sealed sealed(Optional<String> value, Vault.Kind kind, Vault vault) {
        return value.map(text -> new Sealed(vault.seal(text), vault.index(kind, text)))
                .orElse(Sealed.NOTHING);
    }

    /** Whether the record says who the person is. */
    boolean isStated() {
        return name != null;
    }
}

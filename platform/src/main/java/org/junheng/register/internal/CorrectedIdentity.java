package org.junheng.register.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Corrections;

/**
 * The one value of an identity that a correction changes, in the form of its columns; null for all the others.
 *
 * @param name name
 * @param folded its search key
 * @param pinyin its search key
 * @param initials its search key
 * @param bornOn date of birth
 * @param number ID number
 * @param phone phone
 * @param address address
 */
record CorrectedIdentity(
        @Nullable String name,
        @Nullable String folded,
        @Nullable String pinyin,
        @Nullable String initials,
        @Nullable LocalDate bornOn,
        Sealed number,
        Sealed phone,
        @Nullable String address) {

    /** A sealed value with its blind index. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(byte @Nullable [] cipher, byte @Nullable [] index) {
        static final Sealed NONE = new Sealed(null, null);
    }

    static CorrectedIdentity of(Corrections.Correction correction, Vault vault) {
        var value = correction.value();
        return switch (correction.fact()) {
            case NAME -> named(value);
            case BORN_ON -> only(LocalDate.parse(value), Sealed.NONE, Sealed.NONE, null);
            case ID_NUMBER ->
                only(
                        null,
                        sealed(vault, Vault.Kind.ID_NUMBER, ResidentId.of(value).value()),
                        Sealed.NONE,
                        null);
            case PHONE -> only(null, Sealed.NONE, sealed(vault, Vault.Kind.PHONE, value), null);
            case ADDRESS -> only(null, Sealed.NONE, Sealed.NONE, value);
            case SEX, HUKOU, RESIDENCE, HUKOU_CATEGORY, FAMILY ->
                throw new IllegalArgumentException("%s is no part of an identity.".formatted(correction.fact()));
        };
    }

    private static CorrectedIdentity named(String name) {
        var keys = NameKeys.of(name);
        return new CorrectedIdentity(
                name, keys.folded(), keys.pinyin(), keys.initials(), null, Sealed.NONE, Sealed.NONE, null);
    }

    private static CorrectedIdentity only(
            @Nullable LocalDate bornOn, Sealed number, Sealed phone, @Nullable String address) {
        return new CorrectedIdentity(null, null, null, null, bornOn, number, phone, address);
    }

    private static Sealed sealed(Vault vault, Vault.Kind kind, String value) {
        return new Sealed(vault.seal(value), vault.index(kind, value));
    }
}

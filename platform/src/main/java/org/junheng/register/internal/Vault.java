package org.junheng.register.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junheng.database.Secrets;
import org.junheng.register.Sealing;
import org.springframework.stereotype.Component;

/**
 * The one class that knows how identities are kept: AES-256-GCM for what must be read again, HMAC-SHA-256 as blind
 * index for what must be found. The key version is stored beside the cipher text, so that keys can be changed row by
 * row.
 */
@Component
class Vault implements Sealing {

    static final short KEY_VERSION = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealKey;
    private final SecretKeySpec indexKey;
    private final SecureRandom random = new SecureRandom();

    Vault(Secrets secrets) {
        this.sealKey = new SecretKeySpec(sha256(secrets.get("identity-seal-1")), "AES");
        this.indexKey = new SecretKeySpec(sha256(secrets.get("identity-index")), "HmacSHA256");
    }

    @Override
    public byte[] seal(String text) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealKey, new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed.", e);
        }
    }

    @Override
    public String unseal(byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, sealKey, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            return new String(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Unsealing failed: the text was changed or the key is another.", e);
        }
    }

    /** Finds equal values without showing them; the kind keeps a phone from matching an account. */
    byte[] index(Kind kind, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            mac.update(kind.name().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Indexing failed.", e);
        }
    }

    private static byte[] sha256(String secret) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256")
                    .digest(HexFormat.of().parseHex(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a blind index is of. */
    enum Kind {
        ID_NUMBER,
        PHONE,
        ACCOUNT,
        CONTENT
    }
}

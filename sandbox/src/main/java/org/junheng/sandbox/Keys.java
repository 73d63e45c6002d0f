package org.junheng.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys agreed with the platform, as it laid them into its folder of secrets. It makes them at its first start,
 * which may come after ours: they are read at every use.
 */
public final class Keys {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{48}");
    private static final String SCHEME = "Bearer ";

    private final Path folder;

    /** Keys in the given folder, one file each. */
    public Keys(Path folder) {
        this.folder = folder;
    }

    /** Who uses a key towards whom. */
    public enum Key {
        /** Ours, when the hospital calls the platform. */
        HOSPITAL("client-hospital"),
        /** Ours, when the bank calls the platform. */
        BANK("client-bank"),
        /** The platform's, when it calls the bank. */
        PLATFORM_AT_BANK("client-bank-out");

        private final String file;

        Key(String file) {
            this.file = file;
        }
    }

    /** The value of the header Authorization under the key, or nothing while the platform has not made the key. */
    public Optional<String> findAuthorization(Key key) {
        try {
            var text = Files.readString(folder.resolve(key.file)).strip();
            return KEY.matcher(text).matches() ? Optional.of(SCHEME + text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the value of the header Authorization is that of the key. Takes the same time for all wrong ones. */
    public boolean isAuthorization(Key key, String given) {
        return findAuthorization(key)
                .filter(right -> MessageDigest.isEqual(bytes(right), bytes(given)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

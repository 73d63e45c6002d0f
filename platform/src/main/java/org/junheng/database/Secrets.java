package org.junheng.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets of this installation, each in a file of its own in an owner-only folder, made on first use. */
public final class Secrets {

    private final Path folder;

    /** Secrets kept in the given folder. */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of the given name, 48 hexadecimal digits; made on first use. */
    public String get(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                createFolder();
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The secret %s cannot be read or made; is %s writable?".formatted(name, folder), e);
        }
    }

    private void createFolder() throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

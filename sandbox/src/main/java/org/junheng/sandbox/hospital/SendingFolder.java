package org.junheng.sandbox.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The hospital's outbox, in an owner-only folder: a file for every sending, written before it is sent. */
final class SendingFolder {

    private static final Pattern NAME = Pattern.compile("sending-\\d+\\.json");

    private final Path folder;
    private final JsonMapper json;

    SendingFolder(Path folder, JsonMapper json) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The hospital cannot keep its notices in %s; is it writable?".formatted(folder), e);
        }
        this.folder = folder;
        this.json = json;
    }

    /** Writes beside and moves, so that a process that dies leaves the old or the new. */
    void save(Sending sending) {
        var file = file(sending);
        var written = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(written, json.writeValueAsBytes(sending));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Sending sending) {
        try {
            Files.deleteIfExists(file(sending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Sending> listSendings() {
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sending read(Path file) {
        try {
            return json.readValue(Files.readAllBytes(file), Sending.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Sending sending) {
        return folder.resolve("sending-%d.json".formatted(sending.number()));
    }
}

package org.junheng.sandbox.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bank's memory, in an owner-only folder: for every roll the file as it came, the return file as decided, and a
 * small file of how far it is. The last is written last: without it the roll was never accepted. Also how the bank was
 * told to behave.
 */
final class RollFolder {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final String STATE = ".properties";
    private static final String TEMPORARY = ".tmp";
    private static final String BEHAVIOUR = "behaviour.settings";

    private final Path folder;

    RollFolder(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The bank cannot keep its rolls in %s; is it writable?".formatted(folder), e);
        }
        this.folder = folder;
        sweep();
    }

    /** What was on its way in when the process ended was never accepted. */
    private void sweep() {
        try (var left = Files.newDirectoryStream(folder, "*" + TEMPORARY)) {
            for (var file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the id may name a file. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** The roll as it came. */
    Path roll(String id) {
        return file(id, ".csv");
    }

    /** What the bank answers, line by line. */
    Path returned(String id) {
        return file(id, ".return.csv");
    }

    /** A new empty file for something on its way in or being written. */
    Path temporary() {
        try {
            return Files.createTempFile(folder, "new-", TEMPORARY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(Roll roll) {
        var state = new Properties();
        state.setProperty("id", roll.id());
        state.setProperty("sha256", roll.controls().sha256());
        state.setProperty("lines", Integer.toString(roll.controls().lines()));
        state.setProperty("totalFen", Long.toString(roll.controls().totalFen()));
        state.setProperty("receivedAt", roll.receivedAt().toString());
        state.setProperty("received", Integer.toString(roll.received()));
        state.setProperty("state", roll.answer().state().name());
        state.setProperty("times", Integer.toString(roll.answer().times()));
        state.setProperty("overstated", Integer.toString(roll.answer().overstated()));
        state.setProperty("attempts", Integer.toString(roll.answer().attempts()));
        state.setProperty("said", roll.answer().said());
        save(state, file(roll.id(), STATE));
    }

    void save(Behaviour behaviour) {
        var state = new Properties();
        state.setProperty("returnedPercent", Integer.toString(behaviour.returnedPercent()));
        state.setProperty("reason", behaviour.reason().name());
        state.setProperty("delay", behaviour.delay().toString());
        state.setProperty(
                "faults",
                behaviour.faults().stream().map(Behaviour.Fault::name).sorted().collect(Collectors.joining(" ")));
        save(state, folder.resolve(BEHAVIOUR));
    }

    /** How the bank was told to behave; empty if it never was. */
    Optional<Behaviour> findBehaviour() {
        var file = folder.resolve(BEHAVIOUR);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var state = load(file);
        return Optional.of(new Behaviour(
                Integer.parseInt(state.getProperty("returnedPercent")),
                Behaviour.Reason.valueOf(state.getProperty("reason")),
                Duration.parse(state.getProperty("delay")),
                Stream.of(state.getProperty("faults").split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Behaviour.Fault::valueOf)
                        .collect(Collectors.toSet())));
    }

    private void save(Properties state, Path file) {
        var written = temporary();
        try (var text = Files.newBufferedWriter(written)) {
            state.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(written, file);
    }

    private static Properties load(Path file) {
        var state = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            state.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state;
    }

    /** All accepted rolls. */
    List<Roll> listRolls() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(STATE))
                    .map(RollFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Roll read(Path file) {
        var state = load(file);
        return new Roll(
                state.getProperty("id"),
                new Roll.Controls(
                        state.getProperty("sha256"),
                        Integer.parseInt(state.getProperty("lines")),
                        Long.parseLong(state.getProperty("totalFen"))),
                Instant.parse(state.getProperty("receivedAt")),
                Integer.parseInt(state.getProperty("received")),
                new Roll.Answer(
                        Roll.State.valueOf(state.getProperty("state")),
                        Integer.parseInt(state.getProperty("times")),
                        Integer.parseInt(state.getProperty("overstated", "0")),
                        Integer.parseInt(state.getProperty("attempts")),
                        state.getProperty("said")));
    }

    private Path file(String id, String ending) {
        if (!isId(id)) {
            throw new IllegalArgumentException("A roll id has letters, digits and hyphens, at most 64; got " + id);
        }
        return folder.resolve(id + ending);
    }
}

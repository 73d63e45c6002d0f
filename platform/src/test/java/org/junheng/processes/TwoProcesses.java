package org.junheng.processes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform and its stand-in departments as two processes of their own on one data folder, as the server script runs
 * them, with a small synthetic county: what a user has in front of him, and what can be killed.
 */
public final class TwoProcesses implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("junheng.root", ".."));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data = folder();
    private final int platformPort = freePort();
    private final int sandboxPort = freePort();
    private final List<String> settings;
    private final Thread end = new Thread(this::end);
    private @Nullable ChildJvm platform;
    private @Nullable ChildJvm sandbox;

    private TwoProcesses(List<String> settings) {
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** Starts both and waits until the demonstration's identities can sign in. */
    public static TwoProcesses start(String... settings) {
        var both = new TwoProcesses(List.of(settings));
        both.startSandbox();
        both.startPlatform();
        both.awaitSandbox();
        return both;
    }

    /** One pair for all tests that leave it as usable as they found it; it ends with the test run. */
    public static TwoProcesses shared() {
        return Shared.PAIR;
    }

    private static final class Shared {
        private static final TwoProcesses PAIR = start();
    }

    /** One pair for all tests that kill and start processes; its platform is quick to try again. */
    static TwoProcesses forOutages() {
        return Fragile.PAIR;
    }

    private static final class Fragile {
        private static final TwoProcesses PAIR = start(
                "--junheng.payment.send-lease=4s",
                "--junheng.payment.send-every=500ms",
                "--junheng.payment.take-every=500ms");
    }

    public int platformPort() {
        return platformPort;
    }

    public int sandboxPort() {
        return sandboxPort;
    }

    public Path data() {
        return data;
    }

    /** A window of somebody at the platform who looks at no pictures. */
    public WebSession platform() {
        return new WebSession("http://localhost:" + platformPort);
    }

    /** The same at the stand-in departments. */
    public WebSession sandbox() {
        return new WebSession("http://localhost:" + sandboxPort);
    }

    public void startSandbox() {
        var folder = ROOT.resolve("sandbox/target");
        var classPath = new ArrayList<String>();
        classPath.add(folder.resolve("classes").toString());
        classPath.addAll(Arrays.asList(read(folder.resolve("runtime.classpath")).split(File.pathSeparator)));
        sandbox = ChildJvm.start(
                "sandbox",
                data,
                classPath,
                List.of(
                        "org.junheng.sandbox.Sandbox",
                        "--server.port=" + sandboxPort,
                        "--junheng.platform.url=http://localhost:" + platformPort,
                        "--junheng.data=" + data));
    }

    public void startPlatform() {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.endsWith("test-classes"))
                .toList();
        var command = new ArrayList<>(List.of(
                "org.junheng.Junheng",
                "--server.port=" + platformPort,
                "--junheng.sandbox.url=http://localhost:" + sandboxPort,
                "--junheng.data=" + data,
                "--junheng.schemes=" + ROOT.resolve("schemes").toAbsolutePath(),
                "--junheng.demonstration.scale=0.01"));
        command.addAll(settings);
        platform = ChildJvm.start("platform", data, classPath, command);
        await(platform, platform(), "/sign-in", "value=\"auditor\"");
    }

    public void awaitSandbox() {
        await(sandbox, sandbox(), "/bank", "代发银行");
    }

    /** kill -9. */
    public void killPlatform() {
        if (platform != null) {
            platform.kill();
        }
    }

    /** kill -9. */
    public void killSandbox() {
        if (sandbox != null) {
            sandbox.kill();
        }
    }

    public boolean isPlatformAlive() {
        return platform != null && platform.isAlive();
    }

    private static void await(@Nullable ChildJvm process, WebSession window, String path, String sign) {
        var end = Instant.now().plus(PATIENCE);
        while (!window.shows(path, sign)) {
            if (process == null || !process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "The process does not come up.\n" + (process == null ? "" : process.lastWords()));
            }
            pause(100);
        }
    }

    /** Sleeps. */
    public static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The platform's database as its owner sees it, past all policies: to count what is there. */
    public JdbcClient database() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {
            Integer.parseInt(
                    Files.exists(postmaster()) ? lines(postmaster()).get(3).strip() : "0")
        });
        source.setDatabaseName("junheng");
        source.setUser("junheng_owner");
        source.setPassword(read(data.resolve("secrets/owner")).strip());
        return JdbcClient.create(source);
    }

    private Path postmaster() {
        return data.resolve("postgres/postmaster.pid");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        end();
    }

    private void end() {
        if (platform != null) {
            platform.stop();
        }
        if (sandbox != null) {
            sandbox.stop();
        }
        endOrphan();
        delete(data);
    }

    /** A killed platform leaves its PostgreSQL behind. */
    private void endOrphan() {
        if (Files.exists(postmaster())) {
            ProcessHandle.of(Long.parseLong(lines(postmaster()).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("junheng-two");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        return String.join("\n", lines(file));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A file that goes away meanwhile needs no deleting.
        }
    }
}

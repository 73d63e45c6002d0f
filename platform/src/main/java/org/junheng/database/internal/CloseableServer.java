package org.junheng.database.internal;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junheng.database.DatabaseServer;

/** A server that the platform may have to end: the embedded one is, an external one is left alone. */
record CloseableServer(String url, UnaryOperator<String> passwords, Ending ending) implements DatabaseServer {

    interface Ending {
        void end() throws IOException;
    }

    static CloseableServer of(EmbeddedServer server) {
        return new CloseableServer(server.url(), server::password, server::close);
    }

    static CloseableServer external(String url, UnaryOperator<String> passwords) {
        return new CloseableServer(url, passwords, () -> {});
    }

    @Override
    public String password(String role) {
        return passwords.apply(role);
    }

    void close() throws IOException {
        ending.end();
    }
}

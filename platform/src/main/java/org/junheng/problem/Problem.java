package org.junheng.problem;

import java.util.List;
import java.util.Locale;

/**
 * A failure the caller can act on. The web turns it into an RFC 9457 problem for a machine and into a page for a
 * person; the words come from the message catalogue under {@code problem.<slug>}.
 */
public abstract class Problem extends RuntimeException {

    private final Kind kind;
    private final transient List<Object> values;

    /**
     * @param kind what sort of failure
     * @param message for logs and machines, in English, without personal data
     * @param values what the catalogue's text names, without personal data
     */
    protected Problem(Kind kind, String message, Object... values) {
        super(message);
        this.kind = kind;
        this.values = List.of(values);
    }

    public final Kind kind() {
        return kind;
    }

    public final Object[] values() {
        return values.toArray();
    }

    /** The last part of the problem's type: {@code PersonNotFound} becomes {@code person-not-found}. */
    public final String slug() {
        return slugOf(getClass().getSimpleName());
    }

    /** The slug of a problem by the simple name of its class. */
    public static String slugOf(String simpleName) {
        return simpleName.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Sorts of failure, each with its HTTP status. */
    public enum Kind {
        MALFORMED(400),
        NOT_FOUND(404),
        CONFLICT(409),
        FORBIDDEN(403),
        INVALID(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}

package org.junheng.tables;

import java.sql.SQLException;

/** The engine refused a statement: it is wrong, a file is missing or malformed, or memory ran out. */
public final class StatementFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    StatementFailed(String statement, SQLException cause) {
        super("%s%nin: %s".formatted(cause.getMessage(), statement.strip()), cause);
    }
}

package org.junheng.correction.internal;

import java.util.UUID;
import org.junheng.web.Text;

/** What became of an attempt to ask for a correction. */
sealed interface AskOutcome {

    /** Asked. */
    record Asked(UUID request) implements AskOutcome {}

    /** The same fact of the same person is being corrected already. */
    record AskedBefore(UUID request) implements AskOutcome {}

    /** Something typed cannot be. */
    record Wrong(String field, Text why) implements AskOutcome {}
}

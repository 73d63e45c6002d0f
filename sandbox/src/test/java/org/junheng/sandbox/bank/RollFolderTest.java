package org.junheng.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junheng.sandbox.bank.Behaviour.Fault;
import org.junheng.sandbox.bank.Behaviour.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollFolderTest {

    @TempDir
    private Path data;

    @Test
    void a_bank_told_how_to_behave_still_does_so_after_a_restart() {
        var told = new Behaviour(
                33, Reason.ACCOUNT_CLOSED, Duration.ofSeconds(90), Set.of(Fault.SENT_TWICE, Fault.WRONG_AMOUNT));
        new RollFolder(data.resolve("bank")).save(told);

        assertThat(new RollFolder(data.resolve("bank")).findBehaviour()).contains(told);
    }

    @Test
    void a_bank_told_nothing_has_nothing_to_remember() {
        assertThat(new RollFolder(data.resolve("bank")).findBehaviour()).isEmpty();
    }
}

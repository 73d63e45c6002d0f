package org.junheng.payment.internal;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.junheng.access.ReadLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the bank's file out of the platform: checked against the frozen hash, and logged. */
@Component
class BankFileExport {

    private final RollFile file;
    private final ReadLog reads;
    private final TransactionTemplate work;

    BankFileExport(RollFile file, ReadLog reads, TransactionTemplate work) {
        this.file = file;
        this.reads = reads;
        this.work = work;
    }

    /** Fails where the lines no longer give what was frozen. */
    void check(Roll roll) {
        work.executeWithoutResult(status -> {
            var frozen = roll.frozen().orElseThrow();
            if (!Arrays.equals(file.measure(roll.id()).sha256(), frozen.sha256())) {
                throw new IllegalStateException(
                        "The lines of roll %s no longer give the frozen hash. Stop, and ask the auditor."
                                .formatted(roll.id()));
            }
            reads.searched(roll.controls().lines());
        });
    }

    void write(UUID roll, OutputStream out) {
        work.executeWithoutResult(status -> file.write(roll, out));
    }
}

package org.junheng.register.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junheng.register.Arrivals;
import org.junheng.register.Stated;

/**
 * Reads a delivery, lays it out in blocks and hands these on in their order. One thread reads, others seal, the
 * caller's takes the blocks: all cores are at work, and no more than a few blocks are in memory.
 */
final class OpeningPipeline implements AutoCloseable {

    private static final int BLOCK = 5_000;
    private static final int BLOCKS_UNDER_WAY = 6;

    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final ExecutorService sealers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final BlockingQueue<Future<OpeningBlock>> ready = new ArrayBlockingQueue<>(BLOCKS_UNDER_WAY);
    private final OpeningIds ids;
    private final Vault vault;
    private List<Stated.Record> block = new ArrayList<>(BLOCK);
    private long events;

    OpeningPipeline(OpeningIds ids, Vault vault) {
        this.ids = ids;
        this.vault = vault;
    }

    /** Begins to read. */
    void start(Arrivals.Delivery delivery) {
        reader.execute(() -> {
            try {
                delivery.each(this::take);
                passOn();
                put(CompletableFuture.completedFuture(OpeningBlock.last(ids, events)));
            } catch (RuntimeException | Error e) {
                put(CompletableFuture.failedFuture(e));
            }
        });
    }

    private void take(Stated.Record record) {
        block.add(record);
        if (block.size() == BLOCK) {
            passOn();
        }
    }

    private void passOn() {
        if (block.isEmpty()) {
            return;
        }
        var records = block;
        long first = events;
        events += records.stream().mapToInt(record -> record.events().size()).sum();
        block = new ArrayList<>(BLOCK);
        put(sealers.submit(() -> OpeningBlock.of(records, first, ids, vault)));
    }

    private void put(Future<OpeningBlock> prepared) {
        try {
            ready.put(prepared);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Nobody takes the blocks any more.");
        }
    }

    /** The next block; the last one is marked. */
    OpeningBlock next() {
        try {
            return ready.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The opening load was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The delivery could not be read to its end.", e.getCause());
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
        sealers.shutdownNow();
    }
}

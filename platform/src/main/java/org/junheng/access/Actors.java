package org.junheng.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The actor of the present call, bound to its dynamic scope: nothing to clear, nothing to leak to the next request. */
public final class Actors {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private Actors() {}

    /** Who acts now; nobody outside a call made through {@link #call} or {@link #run}. */
    public static Optional<Actor> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Who acts now. Fails where nobody does: that is a bug of the caller. */
    public static Actor get() {
        return find().orElseThrow(() -> new IllegalStateException(
                "Nobody acts here. Wrap the call in Actors.call(actor, …), or declare @Access on the endpoint."));
    }

    /** Does something as the given actor and returns its result. */
    public static <T extends @Nullable Object, X extends Throwable> T call(
            Actor actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, actor).call(work);
    }

    /** Does something as the given actor. */
    public static void run(Actor actor, Runnable work) {
        ScopedValue.where(CURRENT, actor).run(work);
    }
}

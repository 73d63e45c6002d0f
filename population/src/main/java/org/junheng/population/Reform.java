package org.junheng.population;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junheng.policy.Scheme;
import org.junheng.policy.Text;
import org.junheng.population.internal.sweep.Overlay;

/**
 * A change of the law tried out: its base, and the base with parameters set and clauses replaced, compiled alike.
 *
 * @param title what the reform is called
 * @param base the scheme as it is
 * @param changed the scheme as it would be; the same id, so that who is enrolled stays so
 */
public record Reform(Text title, Scheme base, Scheme changed) {

    /**
     * Reads an overlay: {@code base} (a scheme's id), {@code set} (parameter, or parameter@area where an area decides
     * itself, → value) and {@code replace} ({@code conditions}: id → expression; {@code values}: id → expression;
     * {@code outcome}: amount, months → expression).
     *
     * @param schemes the folder of the base
     * @param overlay the overlay's file
     * @param on the day whose version and parameter values are changed
     * @throws ReformFaulty if it names something the base does not have, or the result is faulty
     */
    public static Reform read(Path schemes, Path overlay, LocalDate on) {
        return Overlay.read(overlay).over(schemes, on);
    }

    /** A reform that sets parameters only, as a screen's sliders do. */
    public static Reform setting(Path schemes, String base, Map<String, String> values, LocalDate on) {
        return Overlay.setting(base, values).over(schemes, on);
    }
}

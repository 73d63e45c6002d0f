package org.junheng.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from, shown beside it in every explanation.
 *
 * @param source who or what says so: a register, a document, the applicant
 * @param on when it was recorded there; null if that is not known
 */
public record Provenance(Text source, @Nullable LocalDate on) {

    /** What a person has declared on the form. */
    public static Provenance declared(LocalDate on) {
        return new Provenance(new Text("申请人填报", "the applicant's declaration"), on);
    }
}

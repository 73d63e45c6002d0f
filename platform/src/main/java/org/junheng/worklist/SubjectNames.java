package org.junheng.worklist;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Names of the persons whom tasks concern, as far as the present actor may see them. The register offers it. */
@FunctionalInterface
public interface SubjectNames {

    /** Names by person; who may not be seen is left out. */
    Map<UUID, String> of(Collection<UUID> persons);
}

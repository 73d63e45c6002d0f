package org.junheng.access;

import java.util.List;
import org.junheng.kernel.AreaCode;

/** The systems of other departments that may call our interfaces. */
public interface ApiClientKeys {

    /** Lets a system in under a key, or gives it a new one. Needs a transaction of the role loader. */
    void open(Client client, String key);

    /**
     * A system.
     *
     * @param name name in logs
     * @param role what it may call
     * @param titleZh name in Chinese
     * @param titleEn name in English
     * @param areas areas it reports for
     */
    record Client(String name, Role role, String titleZh, String titleEn, List<AreaCode> areas) {

        public Client {
            areas = List.copyOf(areas);
        }
    }
}

package org.junheng.catalogue.internal;

import java.nio.file.Path;
import org.junheng.catalogue.Catalogue;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the scheme files once, at start: a faulty file keeps the platform from starting and says where it is wrong. */
@Component
class FileCatalogue implements Catalogue {

    private final SchemeBook book;

    FileCatalogue(@Value("${junheng.schemes}") String folder) {
        this.book = Schemes.load(Path.of(folder));
    }

    @Override
    public SchemeBook book() {
        return book;
    }
}

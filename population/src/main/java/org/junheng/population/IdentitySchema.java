package org.junheng.population;

import static org.junheng.tables.Column.Type.INTEGER;
import static org.junheng.tables.Column.Type.VARCHAR;
import static org.junheng.tables.Column.optional;
import static org.junheng.tables.Column.required;

import java.util.List;
import org.junheng.tables.TableSchema;

/** The identity extract: what identifies a person, kept apart from the snapshot and joined to it by key. */
public final class IdentitySchema {

    /** Names, numbers and addresses. */
    public static final TableSchema IDENTITY = new TableSchema(
            "identity",
            "One row per person of the snapshot",
            List.of(
                    required("key", INTEGER, "person.key"),
                    required("name", VARCHAR, "in Chinese characters"),
                    optional("id_number", VARCHAR, "GB 11643, 18 characters; none for the dead before 1986"),
                    optional("phone", VARCHAR, "mobile number with a prefix nobody uses"),
                    required("hukou_address", VARCHAR, "address of household registration"),
                    required("residence_address", VARCHAR, "address of usual residence"),
                    optional("bank", VARCHAR, "name of the bank"),
                    optional("account", VARCHAR, "19 digits with check digit, of no issuer"),
                    optional("disability_no", VARCHAR, "ID number, category and grade: 20 characters")));

    private IdentitySchema() {}
}

package org.junheng.population;

import static org.junheng.tables.Column.Type.BIGINT;
import static org.junheng.tables.Column.Type.BOOLEAN;
import static org.junheng.tables.Column.Type.DATE;
import static org.junheng.tables.Column.Type.INTEGER;
import static org.junheng.tables.Column.Type.SMALLINT;
import static org.junheng.tables.Column.Type.TINYINT;
import static org.junheng.tables.Column.Type.VARCHAR;
import static org.junheng.tables.Column.optional;
import static org.junheng.tables.Column.required;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junheng.tables.TableSchema;

/**
 * The tables of a pseudonymous population snapshot: integer keys, no names, no ID numbers, no place below the township.
 *
 * <p>Areas are {@link org.junheng.kernel.AreaCode} values of twelve digits: a township of the county, else a county.
 * Everything is as of one day: what came later is not there. A file is sorted by its first column.
 */
public final class SnapshotSchema {

    /** Everybody registered or living in the county, their relatives elsewhere, and those of them who died. */
    public static final TableSchema PERSON = new TableSchema(
            "person",
            "One row per person, as of the snapshot's day; the dead as they were last",
            List.of(
                    required("key", INTEGER, "the person; the same in all tables"),
                    required("sex", TINYINT, "GB/T 2261.1: 1 male, 2 female"),
                    required("birth", DATE, "day of birth"),
                    optional("death", DATE, "day of death"),
                    required("ethnicity", VARCHAR, "GB/T 3304, two digits: 01 Han, 22 She"),
                    required("agricultural", BOOLEAN, "historic agricultural hukou"),
                    required("marital", VARCHAR, "GB/T 2261.2: 10 never, 21 first marriage, 22 remarried, 30, 40"),
                    required("hukou_area", BIGINT, "place of household registration"),
                    required("hukou_since", DATE, "since when"),
                    required("residence_area", BIGINT, "place of usual residence"),
                    required("residence_since", DATE, "since when"),
                    required("service_area", BIGINT, "service area, whose office looks after the person"),
                    required("service_since", DATE, "since when"),
                    required("household", INTEGER, "those who live at one address share it")));

    /** Marriages. */
    public static final TableSchema UNION = new TableSchema(
            "union",
            "One row per marriage",
            List.of(
                    required("key", INTEGER, "the marriage"),
                    required("husband", INTEGER, "person"),
                    required("wife", INTEGER, "person"),
                    required("married", DATE, "day of registration"),
                    required("registered_area", BIGINT, "county whose office registered it"),
                    optional("ended", DATE, "divorce or the first death"),
                    optional("end_reason", VARCHAR, "divorce or death"),
                    required("husband_order", TINYINT, "which marriage of his"),
                    required("wife_order", TINYINT, "which marriage of hers")));

    /** Parentage. */
    public static final TableSchema KINSHIP = new TableSchema(
            "kinship",
            "One row per child with a known parent",
            List.of(
                    required("child", INTEGER, "person"),
                    optional("mother", INTEGER, "person"),
                    optional("father", INTEGER, "person"),
                    required("relation", VARCHAR, "biological or adopted"),
                    required("birth_order", TINYINT, "among the mother's live births; twins count on"),
                    required("plurality", TINYINT, "1 single, 2 twin"),
                    optional("parents_union", INTEGER, "the parents' marriage")));

    /** Births as hospitals recorded them. */
    public static final TableSchema BIRTH = new TableSchema(
            "birth",
            "One row per birth since 2016 to a mother of this snapshot, as the hospital recorded it",
            List.of(
                    required("child", INTEGER, "person"),
                    required("mother", INTEGER, "person"),
                    optional("father", INTEGER, "person"),
                    required("born", DATE, "day of birth"),
                    required("sex", TINYINT, "GB/T 2261.1"),
                    required("hospital", VARCHAR, "hospital.id"),
                    required("weight_g", SMALLINT, "birth weight in grams"),
                    required("gestation_weeks", TINYINT, "completed weeks"),
                    required("parity", TINYINT, "deliveries as reported (产次); not birth order (孩次), may differ"),
                    required("plurality", TINYINT, "children of this delivery"),
                    optional("registered", DATE, "household registration of the birth, if it was made")));

    /** Hospitals of {@link #BIRTH}. */
    public static final TableSchema HOSPITAL = new TableSchema(
            "hospital",
            "One row per hospital",
            List.of(
                    required("id", VARCHAR, "county and number"),
                    required("name", VARCHAR, "in Chinese"),
                    required("area", BIGINT, "county")));

    /** Changes of place. */
    public static final TableSchema MOVE = new TableSchema(
            "move",
            "One row per change of one of the three places",
            List.of(
                    required("key", INTEGER, "the move"),
                    required("person", INTEGER, "person"),
                    required("moved", DATE, "first day at the new place"),
                    required("kind", VARCHAR, "hukou, residence or service"),
                    required("from_area", BIGINT, "place left"),
                    required("to_area", BIGINT, "place entered"),
                    required(
                            "reason",
                            VARCHAR,
                            "marriage, work, study, return, family, housing, settlement, management")));

    /** The same as {@link #MOVE}, as spells. */
    public static final TableSchema RESIDENCE = new TableSchema(
            "residence",
            "One row per spell at one of the three places, half-open",
            List.of(
                    required("person", INTEGER, "person"),
                    required("kind", VARCHAR, "hukou, residence or service"),
                    required("area", BIGINT, "place"),
                    required("since", DATE, "first day"),
                    optional("until", DATE, "first day no longer; null for the last, also of the dead")));

    /** Disability certificates. */
    public static final TableSchema DISABILITY = new TableSchema(
            "disability",
            "One row per disability certificate",
            List.of(
                    required("person", INTEGER, "person"),
                    required("category", VARCHAR, "1 visual to 7 multiple"),
                    required("grade", VARCHAR, "1 heaviest to 4"),
                    required("certified", DATE, "day of issue"),
                    required("expires", DATE, "ten years later")));

    /** Only-child parents' certificates. */
    public static final TableSchema ONLY_CHILD = new TableSchema(
            "only_child",
            "One row per only-child parents' certificate (独生子女父母光荣证), issued before 2016",
            List.of(
                    required("child", INTEGER, "person"),
                    optional("mother", INTEGER, "person"),
                    optional("father", INTEGER, "person"),
                    required("issued", DATE, "day of issue")));

    /** Employment, insurance and retirement. */
    public static final TableSchema WORK = new TableSchema(
            "work",
            "One row per living person of sixteen and over of whom employment, insurance or retirement is known",
            List.of(
                    required("person", INTEGER, "person"),
                    required("employed", BOOLEAN, "employee of an employer"),
                    required("insured", BOOLEAN, "has maternity insurance"),
                    optional("employer_wage_fen", BIGINT, "the employer's average monthly wage of the year before"),
                    optional("retired_on", DATE, "day of retirement")));

    /** Complications of family-planning surgery. */
    public static final TableSchema COMPLICATION = new TableSchema(
            "complication",
            "One row per certificate of surgical complications",
            List.of(
                    required("person", INTEGER, "person"),
                    required("grade", TINYINT, "1 heaviest to 3"),
                    required("certified", DATE, "day of issue")));

    /** Who draws what. */
    public static final TableSchema BENEFIT = new TableSchema(
            "benefit",
            "One row per unit that draws a scheme on the snapshot's day",
            List.of(
                    required("unit_key", INTEGER, "the child, person or marriage"),
                    required("unit", VARCHAR, "child, person or couple"),
                    required("scheme", VARCHAR, "the scheme's id"),
                    required("office", BIGINT, "county of the office"),
                    required("filed", DATE, "day of the first claim"),
                    optional("applicant", VARCHAR, "who applied, by the vocabulary's code"),
                    optional("confirmed_since", DATE, "confirmed without a birth against the rules since"),
                    optional("confirmed_through", DATE, "and through")));

    private SnapshotSchema() {}

    /** The tables a snapshot does not have. */
    public static List<TableSchema> lacking(Path snapshot) {
        return list().stream()
                .filter(table -> !Files.isRegularFile(snapshot.resolve(table.fileName())))
                .toList();
    }

    /** All tables. */
    public static List<TableSchema> list() {
        return List.of(
                PERSON,
                UNION,
                KINSHIP,
                BIRTH,
                HOSPITAL,
                MOVE,
                RESIDENCE,
                DISABILITY,
                ONLY_CHILD,
                WORK,
                COMPLICATION,
                BENEFIT);
    }
}

package org.junheng.kernel;

/**
 * Ethnic group. GB/T 3304-1991; English labels follow its romanisation.
 *
 * @param code two digits
 */
public record Ethnicity(String code, String zh, String en) implements Coded {

    public static final CodeList<Ethnicity> CODES =
            CodeList.load("GB/T 3304 ethnicity", "ethnicity.csv", Ethnicity::new);
}

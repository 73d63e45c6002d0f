package org.junheng.kernel;

/**
 * Level of schooling reached. GB/T 4658-2006.
 *
 * @param code two digits
 */
public record Education(String code, String zh, String en) implements Coded {

    public static final CodeList<Education> CODES =
            CodeList.load("GB/T 4658 education", "education.csv", Education::new);
}

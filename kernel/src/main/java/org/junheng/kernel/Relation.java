package org.junheng.kernel;

/**
 * Relation to the head of household. GB/T 4761-2008.
 *
 * @param code two digits
 */
public record Relation(String code, String zh, String en) implements Coded {

    public static final CodeList<Relation> CODES = CodeList.load("GB/T 4761 relation", "relation.csv", Relation::new);
}

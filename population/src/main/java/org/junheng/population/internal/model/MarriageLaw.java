package org.junheng.population.internal.model;

/** From which day a person may marry: 20 and 18 years by the law of 1950, 22 and 20 by that of 1980. */
public final class MarriageLaw {

    private static final int LAW_OF_1980 = Day.of(1981, 1, 1);

    private MarriageLaw() {}

    public static boolean allows(Person person, int day) {
        int age = day < LAW_OF_1980 ? 18 : 20;
        return day >= Day.birthday(person.birth, person.male ? age + 2 : age);
    }

    /** The first day not before {@code day} on which both may marry. */
    public static int firstDay(Person husband, Person wife, int day) {
        if (allows(husband, day) && allows(wife, day)) {
            return day;
        }
        int under1950 = Math.max(day, Math.max(Day.birthday(husband.birth, 20), Day.birthday(wife.birth, 18)));
        if (under1950 < LAW_OF_1980) {
            return under1950;
        }
        return Math.max(day, Math.max(Day.birthday(husband.birth, 22), Day.birthday(wife.birth, 20)));
    }
}

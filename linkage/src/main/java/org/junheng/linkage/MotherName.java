package org.junheng.linkage;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The mother's name, also where it stands only in the infant's: 王芳之子. */
final class MotherName implements Comparison {

    static final int SAME = 2;

    private final String mother;
    private final String name;

    MotherName(String mother, String name) {
        this.mother = mother;
        this.name = name;
    }

    @Override
    public String name() {
        return "mother";
    }

    @Override
    public @Nullable String read(UnaryOperator<String> row) {
        String stated = ChineseName.fold(row.apply(mother));
        if (!stated.isEmpty()) {
            return stated;
        }
        return ChineseName.motherOf(ChineseName.fold(row.apply(name)));
    }

    @Override
    public int level(Object a, Object b) {
        return a.equals(b) ? SAME : DIFFERENT;
    }

    @Override
    public int top() {
        return SAME;
    }

    @Override
    public boolean isPersonal() {
        return false;
    }
}

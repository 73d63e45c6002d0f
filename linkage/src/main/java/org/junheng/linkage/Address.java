package org.junheng.linkage;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where somebody lives: the same door, the same area, elsewhere. */
final class Address implements Comparison {

    private static final int AREA = 2;
    private static final int SAME = 3;

    private final String area;
    private final String address;

    Address(String area, String address) {
        this.area = area;
        this.address = address;
    }

    record Value(String area, String door) {}

    @Override
    public String name() {
        return "address";
    }

    @Override
    public @Nullable Value read(UnaryOperator<String> row) {
        String place = row.apply(area).strip().intern();
        String door = fold(row.apply(address));
        return place.isEmpty() && door.isEmpty() ? null : new Value(place, door);
    }

    /** Words that are written or left out at will. */
    private static final String OPTIONAL = "路街镇乡村巷";
    /** Words between numbers, which may also be written as a dash. */
    private static final String BETWEEN = "号栋幢座室组楼层";

    /** Words that are written or left out at will go; numbers stay apart. */
    static String fold(String raw) {
        String text = ChineseName.fold(raw);
        if (text.equals("无") || text.equals("不详") || text.equals("无不详")) {
            return "";
        }
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("大道", i) || text.startsWith("街道", i)) {
                i++;
            } else if (text.startsWith("单元", i)) {
                i++;
                apart(folded);
            } else if (BETWEEN.indexOf(c) >= 0 || !isWritten(c)) {
                apart(folded);
            } else if (OPTIONAL.indexOf(c) < 0) {
                folded.append(c);
            }
        }
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) == '/') {
            folded.setLength(folded.length() - 1);
        }
        return folded.toString();
    }

    private static boolean isWritten(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || Character.isIdeographic(c)
                || Character.isSurrogate(c);
    }

    private static void apart(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != '/') {
            folded.append('/');
        }
    }

    @Override
    public int level(Object a, Object b) {
        Value left = (Value) a;
        Value right = (Value) b;
        if (!left.door.isEmpty() && left.door.equals(right.door)) {
            return SAME;
        }
        return !left.area.isEmpty() && left.area.equals(right.area) ? AREA : DIFFERENT;
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

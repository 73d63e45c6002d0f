package org.junheng.register;

import java.util.Arrays;
import org.junheng.kernel.Coded;

/**
 * Which population a figure is about. Every figure names its base: the three differ by a third in a county of migrants.
 */
public enum Base implements Coded {
    /** Persons whose household registration is in the area, wherever they live. */
    HUKOU("hukou", EventKind.REGISTERED_RESIDENCE, "户籍人口", "Registered (hukou) population"),
    /** Persons who usually live in the area, wherever they are registered. */
    USUAL("usual", EventKind.USUAL_RESIDENCE, "常住人口", "Usual residents"),
    /** Persons in whose service area the area is. */
    MANAGED("managed", EventKind.SERVICE_AREA, "管理人口", "Managed population");

    private final String code;
    private final EventKind place;
    private final String zh;
    private final String en;

    Base(String code, EventKind place, String zh, String en) {
        this.code = code;
        this.place = place;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** Which of a person's three places decides. */
    public EventKind place() {
        return place;
    }

    /** The base with the given code. */
    public static Base ofCode(String code) {
        return Arrays.stream(values())
                .filter(base -> base.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No population base is called '%s'; there are hukou, usual and managed.".formatted(code)));
    }

    /** The base that the given place decides. */
    public static Base ofPlace(String place) {
        return Arrays.stream(values())
                .filter(base -> base.place.code().equals(place))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'%s' is not one of the three places.".formatted(place)));
    }
}

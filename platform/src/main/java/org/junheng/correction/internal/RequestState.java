package org.junheng.correction.internal;

import java.util.Arrays;
import org.junheng.kernel.Coded;

/** Where a request is. The code is what the database stores. */
enum RequestState implements Coded {
    OPEN("open", "核实中", "Being checked"),
    REFERRED("referred", "协查中", "Being verified by others"),
    PROPOSED("proposed", "县级复核中", "Awaiting a second person"),
    ACCEPTED("accepted", "已更正", "Corrected"),
    REFUSED("refused", "未更正", "Not corrected"),
    WITHDRAWN("withdrawn", "已撤回", "Withdrawn");

    private final String code;
    private final String zh;
    private final String en;

    RequestState(String code, String zh, String en) {
        this.code = code;
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

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return switch (this) {
            case OPEN, REFERRED, PROPOSED -> true;
            case ACCEPTED, REFUSED, WITHDRAWN -> false;
        };
    }

    static RequestState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a request is '%s'.".formatted(code)));
    }
}

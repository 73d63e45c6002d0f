package org.junheng.register;

import java.util.Arrays;
import org.junheng.kernel.Coded;

/** What a life event is about. The code is what the ledger stores. */
public enum EventKind implements Coded {
    BIRTH("birth", "出生", "Birth"),
    DEATH("death", "死亡", "Death"),
    REGISTERED_RESIDENCE("registered-residence", "户籍地登记", "Household registration"),
    USUAL_RESIDENCE("usual-residence", "居住地登记", "Usual residence"),
    SERVICE_AREA("service-area", "服务管理地", "Service area"),
    HUKOU_CATEGORY("hukou-category", "户口性质", "Hukou category"),
    MARRIAGE("marriage", "结婚登记", "Marriage"),
    DIVORCE("divorce", "离婚登记", "Divorce"),
    ADOPTION("adoption", "收养登记", "Adoption"),
    DISABILITY("disability", "残疾人证", "Disability certificate"),
    IDENTITY_CORRECTION("identity-correction", "身份信息更正", "Identity correction"),
    LINKING("linking", "记录归并、拆分或身份核实", "Merge or split of records, or a person verified"),
    REVOCATION("revocation", "撤销更正", "Revocation");

    private final String code;
    private final String zh;
    private final String en;

    EventKind(String code, String zh, String en) {
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

    /** The kind with the given code. */
    public static EventKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No life event has the code '%s'.".formatted(code)));
    }
}

package org.junheng.access;

import org.junheng.kernel.Coded;

/** In which role somebody acts. */
public enum Role implements Coded {
    FAMILY("群众", "Family"),
    VILLAGE_CLERK("村（社区）经办", "Village clerk"),
    TOWNSHIP_OFFICER("乡镇（街道）经办", "Township officer"),
    COUNTY_REVIEWER("县级审核", "County reviewer"),
    FINANCE_OFFICER("财务经办", "Finance officer"),
    COUNTY_ANALYST("统计分析", "County analyst"),
    AUDITOR("审计", "Auditor"),
    HOSPITAL("助产机构系统", "Hospital system"),
    BANK("代理银行系统", "Agent bank system"),
    SERVICE("平台任务", "Platform job");

    private final String zh;
    private final String en;

    Role(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** Whether the role works with single persons of its areas; analysts, auditors and systems do not. */
    public boolean seesPersons() {
        return switch (this) {
            case VILLAGE_CLERK, TOWNSHIP_OFFICER, COUNTY_REVIEWER -> true;
            case FAMILY, FINANCE_OFFICER, COUNTY_ANALYST, AUDITOR, HOSPITAL, BANK, SERVICE -> false;
        };
    }
}

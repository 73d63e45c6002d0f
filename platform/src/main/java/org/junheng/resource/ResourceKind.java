package org.junheng.resource;

import org.junheng.kernel.Coded;

/** What an institution has. */
public enum ResourceKind implements Coded {
    NURSERY("托育机构托位", "Nursery places", true),
    KINDERGARTEN("幼儿园学位", "Kindergarten places", true),
    PRIMARY_SCHOOL("小学学位", "Primary school places", false),
    JUNIOR_SCHOOL("初中学位", "Junior school places", false),
    SENIOR_SCHOOL("高中学位", "Senior school places", false),
    MATERNITY("产科床位", "Maternity beds", false),
    OBSTETRIC("产科医护人员", "Obstetric staff", false);

    private final String zh;
    private final String en;
    private final boolean forChildren;

    ResourceKind(String zh, String en, boolean forChildren) {
        this.zh = zh;
        this.en = en;
        this.forChildren = forChildren;
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

    /** Whether children are taken by age and for a fee. */
    public boolean forChildren() {
        return forChildren;
    }
}

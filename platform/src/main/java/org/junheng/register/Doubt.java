package org.junheng.register;

import org.junheng.kernel.Coded;

/**
 * What may be wrong with a person in the register: every check there is, with what it means. The statements stand
 * beside each other in {@code internal.DoubtSql}.
 */
public enum Doubt implements Coded {
    NO_ID_NUMBER(
            Aspect.COMPLETE,
            "没有身份证号",
            "No ID number",
            "满一周岁、没有身份证号的在世人口",
            "Alive, one year old or more, and no record holds an ID number"),
    NO_BIRTH(Aspect.COMPLETE, "没有出生日期", "No date of birth", "没有任何来源登记过出生", "No source has stated the birth"),
    NO_SEX(Aspect.COMPLETE, "没有性别", "No sex", "性别未登记或未说明", "Sex is not known or not stated"),
    NO_REGISTERED_PLACE(
            Aspect.COMPLETE,
            "没有户籍地",
            "No registered residence",
            "在世人口没有户籍地",
            "Alive, and no place of household registration"),
    NO_USUAL_PLACE(Aspect.COMPLETE, "没有居住地", "No usual residence", "在世人口没有居住地", "Alive, and no place of residence"),
    NO_MOTHER(
            Aspect.COMPLETE,
            "未成年人没有母亲信息",
            "Child without a mother",
            "不满十八周岁，登记中没有母亲",
            "Under eighteen, and no mother is known"),
    LONG_PROVISIONAL(
            Aspect.COMPLETE,
            "暂存超过三十日",
            "Provisional for over thirty days",
            "暂存人员三十日内没有核实",
            "A provisional person whom nobody has verified within thirty days"),
    ID_BROKEN(
            Aspect.ACCURATE,
            "身份证号不合规则",
            "ID number against its rule",
            "校验码、位数或其中的日期不对",
            "Check digit, length or the date within is wrong"),
    ID_OTHER_BIRTH(
            Aspect.ACCURATE,
            "身份证号与出生日期不一致",
            "ID number and birth differ",
            "身份证号中的日期不是登记的出生日期",
            "The date in the ID number is not the date of birth"),
    ID_OTHER_SEX(
            Aspect.ACCURATE,
            "身份证号与性别不一致",
            "ID number and sex differ",
            "身份证号顺序码的奇偶与登记的性别不符",
            "The sequence in the ID number says another sex"),
    SAME_ID_NUMBER(
            Aspect.UNIQUE,
            "两人同一个身份证号",
            "Two persons with one ID number",
            "同一身份证号登记在两人名下",
            "The same ID number stands with two persons"),
    DUPLICATE(
            Aspect.UNIQUE,
            "疑似重复",
            "Probable duplicate",
            "比对发现可能与另一人是同一人，到“疑似重复”中核对",
            "A comparison found that two may be one; settle it under duplicates"),
    BIRTHS_DIFFER(
            Aspect.ACCURATE,
            "各来源出生日期不一致",
            "Sources differ on the birth",
            "两个来源登记的出生日期不同",
            "Two sources state different dates of birth"),
    SEXES_DIFFER(
            Aspect.ACCURATE,
            "各来源性别不一致",
            "Sources differ on the sex",
            "两个来源登记的性别不同",
            "Two sources state different sexes"),
    DEATHS_DIFFER(
            Aspect.ACCURATE,
            "各来源死亡日期不一致",
            "Sources differ on the death",
            "两个来源登记的死亡日期不同",
            "Two sources state different dates of death"),
    PLACES_DIFFER(
            Aspect.ACCURATE,
            "同日两个居住地",
            "Two residences on one day",
            "不同记录在同一天登记了不同的户籍地或居住地",
            "Records state different places from the same day"),
    DEATH_BEFORE_BIRTH(
            Aspect.CONSISTENT,
            "死亡早于出生",
            "Death before birth",
            "死亡日期早于出生日期",
            "The date of death lies before the date of birth"),
    EVENT_BEFORE_BIRTH(
            Aspect.CONSISTENT,
            "事件早于出生",
            "Event before birth",
            "迁移、婚姻等发生在出生之前",
            "A move, marriage or other event before the birth"),
    EVENT_AFTER_DEATH(
            Aspect.CONSISTENT,
            "事件晚于死亡",
            "Event after death",
            "迁移、婚姻等发生在死亡之后",
            "A move, marriage or other event after the death"),
    IN_THE_FUTURE(
            Aspect.CONSISTENT,
            "日期在将来",
            "In the future",
            "事件的发生日期晚于检查当天",
            "An event is dated after the day of the check"),
    TOO_OLD(
            Aspect.CONSISTENT,
            "超过一百一十五岁",
            "Older than 115",
            "在世且超过一百一十五周岁，可能漏报死亡",
            "Alive and over 115: a death may be missing"),
    TWO_MOTHERS(
            Aspect.CONSISTENT,
            "两个生母",
            "Two mothers",
            "一个孩子的出生登记了两个不同的母亲",
            "Births of one child name two different mothers"),
    MOTHER_TOO_YOUNG(
            Aspect.CONSISTENT,
            "母亲不满十二岁",
            "Mother younger than twelve",
            "生育时母亲不满十二周岁",
            "The mother was under twelve at the birth"),
    MOTHER_TOO_OLD(
            Aspect.CONSISTENT,
            "母亲超过六十岁",
            "Mother older than sixty",
            "生育时母亲已满六十周岁",
            "The mother was sixty or more at the birth"),
    MOTHER_DEAD(
            Aspect.CONSISTENT,
            "母亲死亡后出生",
            "Born after the mother’s death",
            "孩子出生在母亲死亡之后",
            "The child was born after the mother had died"),
    FATHER_LONG_DEAD(
            Aspect.CONSISTENT,
            "父亲死亡三百日后出生",
            "Born long after the father’s death",
            "孩子出生在父亲死亡三百日之后",
            "The child was born more than 300 days after the father’s death"),
    SIBLINGS_TOO_CLOSE(
            Aspect.CONSISTENT,
            "两胎间隔不足一百八十日",
            "Siblings too close",
            "同一母亲两次生育相隔二至一百八十日",
            "Two births of one mother lie 2 to 180 days apart"),
    MARRIED_TO_DEAD(
            Aspect.CONSISTENT,
            "与已死亡的人结婚",
            "Married to a dead person",
            "结婚日期晚于配偶死亡日期",
            "The marriage is dated after the spouse’s death"),
    TWO_MARRIAGES(
            Aspect.CONSISTENT,
            "同时两段婚姻",
            "Two marriages at one time",
            "两段婚姻的时间重叠，配偶不同",
            "Two marriages to different spouses overlap"),
    MARRIED_TOO_YOUNG(
            Aspect.CONSISTENT,
            "结婚时不满十六岁",
            "Married under sixteen",
            "结婚时不满十六周岁",
            "Under sixteen on the day of the marriage"),
    DIVORCED_UNMARRIED(
            Aspect.CONSISTENT,
            "未婚而离婚",
            "Divorced without a marriage",
            "登记了离婚，但之前没有结婚",
            "A divorce without a marriage before it");

    private final Aspect aspect;
    private final String zh;
    private final String en;
    private final String meansZh;
    private final String meansEn;

    Doubt(Aspect aspect, String zh, String en, String meansZh, String meansEn) {
        this.aspect = aspect;
        this.zh = zh;
        this.en = en;
        this.meansZh = meansZh;
        this.meansEn = meansEn;
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

    public Aspect aspect() {
        return aspect;
    }

    /** What it means, in one sentence. */
    public Coded meaning() {
        return new Meaning(name(), meansZh, meansEn);
    }

    private record Meaning(String code, String zh, String en) implements Coded {}

    /** Which quality of the register it is about. */
    public enum Aspect implements Coded {
        COMPLETE("完整性", "Completeness"),
        ACCURATE("准确性", "Accuracy"),
        UNIQUE("唯一性", "Uniqueness"),
        CONSISTENT("一致性", "Consistency");

        private final String zh;
        private final String en;

        Aspect(String zh, String en) {
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
    }
}

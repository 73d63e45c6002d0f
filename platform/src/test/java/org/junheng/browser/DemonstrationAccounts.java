package org.junheng.browser;

import java.util.List;
import java.util.Optional;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.springframework.transaction.support.TransactionTemplate;

/** Identities for tests of pages, one for each role of a person. */
public final class DemonstrationAccounts {

    private static final String COUNTY = "330329";
    private static final String TOWN = "330329100";

    private DemonstrationAccounts() {}

    /** Opens them; {@code loader} is the transaction template of the role loader. */
    public static void open(Accounts accounts, TransactionTemplate loader) {
        var all = List.of(
                account("mother", Role.FAMILY, "罗阳镇的一位母亲", "A mother in Luoyang Town", TOWN),
                account("clerk", Role.VILLAGE_CLERK, "罗阳镇村级经办员", "Village clerk in Luoyang Town", TOWN),
                account("township", Role.TOWNSHIP_OFFICER, "罗阳镇经办员", "Officer of Luoyang Town", TOWN),
                account("county", Role.COUNTY_REVIEWER, "泰顺县审核员", "Reviewer of Taishun County", COUNTY),
                account("finance", Role.FINANCE_OFFICER, "泰顺县财务经办员", "Finance officer of Taishun County", COUNTY),
                account("analyst", Role.COUNTY_ANALYST, "泰顺县统计分析员", "Analyst of Taishun County", COUNTY),
                account("province", Role.COUNTY_ANALYST, "浙江省人口分析员", "Analyst of Zhejiang Province", "33"),
                account("auditor", Role.AUDITOR, "泰顺县审计员", "Auditor of Taishun County", COUNTY));
        Actors.run(
                Actor.service("test", Purpose.UPKEEP),
                () -> loader.executeWithoutResult(status -> all.forEach(accounts::openDemonstration)));
    }

    private static Account account(String subject, Role role, String zh, String en, String area) {
        return new Account(subject, role, zh, en, List.of(AreaCode.of(area)), Optional.empty());
    }
}

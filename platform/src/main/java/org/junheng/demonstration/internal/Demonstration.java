package org.junheng.demonstration.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.ApiClientKeys;
import org.junheng.access.Preparation;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.database.Secrets;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals;
import org.junheng.resource.Resources;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the synthetic county on the first start and opens the identities of the sign-in page. */
@Component
@ConditionalOnProperty("junheng.demonstration.enabled")
class Demonstration implements ApplicationRunner {

    private static final AreaCode COUNTY = AreaCode.of("330329");
    private static final AreaCode PROVINCE = AreaCode.of("33");
    private static final AreaCode TOWN = AreaCode.of("330329100");

    private final Arrivals arrivals;
    private final Accounts accounts;
    private final ApiClientKeys clients;
    private final Secrets secrets;
    private final Resources resources;
    private final TransactionTemplate loading;
    private final CountyFolder county;
    private final FirstStart firstStart;
    private final Clock clock;
    private final String departments;
    private final int port;

    Demonstration(
            Arrivals arrivals,
            Accounts accounts,
            ApiClientKeys clients,
            Secrets secrets,
            Resources resources,
            @Loader TransactionTemplate loading,
            CountyFolder county,
            FirstStart firstStart,
            Clock clock,
            @Value("${junheng.sandbox.url}") String departments,
            @Value("${server.port:8080}") int port) {
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.clients = clients;
        this.secrets = secrets;
        this.resources = resources;
        this.loading = loading;
        this.county = county;
        this.firstStart = firstStart;
        this.clock = clock;
        this.departments = departments;
        this.port = port;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Actors.run(Actor.service("demonstration", Purpose.UPKEEP), this::prepare);
        Terminal.say("""

                均衡 Junheng  http://localhost:%d
                模拟医院与银行 Stand-in hospital and bank  %s
                  演示数据均为合成 All persons are synthetic. 结束：Ctrl-C
                """.formatted(port, departments));
    }

    /** The identities are offered at once; the county is there when they can be used. */
    private void prepare() {
        loading.executeWithoutResult(status -> openAccounts());
        resources.openSample(COUNTY, SampleResources.list());
        if (!loaded()) {
            Terminal.say("\n  登录页已可打开，全县数据装载中 The sign-in page is up; the county follows: http://localhost:" + port);
            loadCounty();
            loading.executeWithoutResult(status -> openAccounts());
        }
        county.writeExpectingMother();
        loading.executeWithoutResult(status -> openClients());
        firstStart.end();
    }

    private void loadCounty() {
        firstStart.begin(Preparation.Step.MAKING);
        Terminal.done("截至 as of " + county.await(AdministrativeTime.dayOf(clock.instant())));
        var opened = county.read(
                (done, all) -> firstStart.at(Preparation.Step.LOADING, done, all),
                delivery -> arrivals.open(delivery, (stage, done, all) -> firstStart.at(step(stage), done, all)));
        Terminal.done("%,d 人 persons, %,d 件生命事件 life events".formatted(opened.persons(), opened.events()));
    }

    private static Preparation.Step step(Arrivals.Stage stage) {
        return switch (stage) {
            case FOLDING -> Preparation.Step.FOLDING;
            case INDEXING -> Preparation.Step.INDEXING;
        };
    }

    private boolean loaded() {
        return county.findMember("expecting-mother")
                .flatMap(arrivals::findPerson)
                .isPresent();
    }

    private void openAccounts() {
        open("mother", Role.FAMILY, "罗阳镇的准妈妈", "Expecting mother in Luoyang Town", List.of(), "expecting-mother");
        open("migrant", Role.FAMILY, "在外务工的父亲", "Migrant father outside the county", List.of(), "migrant-father");
        open("elder", Role.FAMILY, "68 岁的母亲（计划生育特殊家庭）", "Mother aged 68 (special family)", List.of(), "special-mother");
        open("clerk", Role.VILLAGE_CLERK, "罗阳镇村（社区）经办", "Village clerk, Luoyang Town", List.of(TOWN), "");
        open("township", Role.TOWNSHIP_OFFICER, "罗阳镇经办", "Officer of Luoyang Town", List.of(TOWN), "");
        open("county", Role.COUNTY_REVIEWER, "泰顺县卫健局审核", "Reviewer of Taishun County", List.of(COUNTY), "");
        open(
                "finance",
                Role.FINANCE_OFFICER,
                "泰顺县财务（制表岗）",
                "Finance officer of Taishun, makes pay-rolls",
                List.of(COUNTY),
                "");
        open(
                "treasurer",
                Role.FINANCE_OFFICER,
                "泰顺县财务（复核岗）",
                "Finance officer of Taishun, approves them",
                List.of(COUNTY),
                "");
        open("analyst", Role.COUNTY_ANALYST, "泰顺县统计分析", "Analyst of Taishun County", List.of(COUNTY), "");
        open("province", Role.COUNTY_ANALYST, "浙江省人口分析", "Analyst of Zhejiang Province", List.of(PROVINCE), "");
        open("auditor", Role.AUDITOR, "审计人员", "Auditor", List.of(COUNTY), "");
    }

    private void open(String subject, Role role, String zh, String en, List<AreaCode> areas, String member) {
        Optional<UUID> person = county.findMember(member).flatMap(arrivals::findPerson);
        accounts.openDemonstration(new Account(subject, role, zh, en, areas, person));
    }

    /** The stand-in hospital and bank read their keys from the same folder of secrets. */
    private void openClients() {
        clients.open(
                new ApiClientKeys.Client(
                        "hospital", Role.HOSPITAL, "泰顺县人民医院", "Taishun People's Hospital", List.of(COUNTY)),
                secrets.get("client-hospital"));
        clients.open(
                new ApiClientKeys.Client("bank", Role.BANK, "代理银行", "Agent bank", List.of(COUNTY)),
                secrets.get("client-bank"));
        secrets.get("client-bank-out");
    }
}

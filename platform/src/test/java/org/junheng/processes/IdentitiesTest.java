package org.junheng.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junheng.browser.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration's identities: each is there, and sees what role and area allow and nothing else. */
class IdentitiesTest {

    private static final List<String> IDENTITIES = List.of(
            "mother",
            "migrant",
            "elder",
            "clerk",
            "township",
            "county",
            "finance",
            "treasurer",
            "analyst",
            "auditor",
            "province");
    private static final Pattern GRIEVING = Pattern.compile("失独|死亡|已故|伤残|亡故");

    private final TwoProcesses house = TwoProcesses.shared();

    @Test
    void the_sign_in_page_offers_them_all() {
        var page = house.platform().get("/sign-in").body();

        assertThat(IDENTITIES).allMatch(subject -> page.contains("value=\"" + subject + "\""));
    }

    /** Columns in the order of {@link #IDENTITIES}; {@code +} is a page, {@code -} a refusal that says whom to ask. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page                   | mother migrant elder clerk township county finance treasurer analyst auditor province
            /home                  | + + + + + + + + + + +
            /family                | + + + - - - - - - - -
            /benefits              | + + + - - - - - - - -
            /childbearing          | + + + + + + - - - - -
            /persons               | - - - + + + - - - - -
            /worklist              | - - - + + + + + - - -
            /corrections           | + + + + + + - - - - -
            /benefits/claims       | - - - + + + - - - - -
            /benefits/help         | - - - + + - - - - - -
            /benefits/letters      | - - - - + + - - - - -
            /benefits/bulk         | - - - - - + - - - - -
            /intake                | - - - - + + - - - - -
            /payment               | - - - - - + + + - - -
            /monitoring            | - - - - + + - - + - +
            /monitoring/townships  | - - - - + + - - + - +
            /monitoring/pyramid    | - - - - + + - - + - +
            /projection            | - - - - - + - - + - +
            /projection/back-test  | - - - - - + - - + - +
            /projection/scenarios/new | - - - - - - - - + - +
            /audit/reads           | - - - - - - - - - + -
            """, useHeadersInDisplayName = true)
    void each_page_is_seen_by_whom_it_is_for_and_refused_to_others_with_advice(String page, String wanted) {
        var signs = wanted.split(" ");
        for (int i = 0; i < IDENTITIES.size(); i++) {
            var answer = house.platform().signIn(IDENTITIES.get(i)).get(page);
            var who = IDENTITIES.get(i) + " at " + page;
            if (signs[i].equals("+")) {
                assertThat(answer.status()).as(who).isEqualTo(200);
            } else {
                assertThat(answer.status()).as(who).isEqualTo(403);
                assertThat(answer.text()).as(who).contains("身份不能做这件事", "请由有权限的岗位办理");
            }
        }
    }

    @Test
    void the_menu_offers_only_pages_that_open() {
        for (var subject : IDENTITIES) {
            var window = house.platform().signIn(subject);
            var menu = Pattern.compile("<nav class=\"menu\".*?</nav>", Pattern.DOTALL)
                    .matcher(window.get("/home").body());
            assertThat(menu.find()).as(subject).isTrue();
            Pattern.compile("href=\"([^\"]+)\"")
                    .matcher(menu.group())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(path -> assertThat(window.get(path).status())
                            .as(subject + " at " + path)
                            .isEqualTo(200));
        }
    }

    /** Whom an officer finds, and whose page opens by its address: the people of the own area, whatever is asked. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            reader,   mother, migrant, elder
            clerk,    yes,    no,      no
            township, yes,    no,      no
            county,   yes,    yes,     yes
            """, useHeadersInDisplayName = true)
    void people_of_another_area_are_not_there(String reader, String mother, String migrant, String elder) {
        var window = house.platform().signIn(reader);
        var wanted = List.of(mother, migrant, elder);
        for (int i = 0; i < 3; i++) {
            var subject = IDENTITIES.get(i);
            boolean seen = wanted.get(i).equals("yes");
            var page = window.get("/persons/" + person(subject));
            assertThat(page.status()).as(reader + " opens " + subject).isEqualTo(seen ? 200 : 404);
            assertThat(page.text()).contains(seen ? "生命事件" : "不在您的服务范围内");
            var found = window.get("/persons?q=" + URLEncoder.encode(name(subject), StandardCharsets.UTF_8));
            assertThat(found.body().contains("/persons/" + person(subject)))
                    .as(reader + " searches " + subject)
                    .isEqualTo(seen);
        }
    }

    @Test
    void a_family_sees_its_own_and_nobody_elses() {
        for (var subject : IDENTITIES.subList(0, 3)) {
            var window = house.platform().signIn(subject);
            assertThat(window.get("/family").text()).as(subject).contains(name(subject));
            for (var other : IDENTITIES.subList(0, 3)) {
                var page = window.get("/family?member=" + person(other));
                assertThat(page.status()).as(subject + " opens " + other).isEqualTo(other.equals(subject) ? 200 : 404);
            }
        }
    }

    /**
     * Nobody is sent back to the place of household registration: that place has the claim, and no other town sees it.
     */
    @Test
    void the_migrant_father_applies_from_elsewhere_and_the_town_of_his_hukou_has_it() {
        var claim = new Paperwork(house).apply("migrant");

        assertThat(house.platform().signIn("migrant").get(claim).text()).contains("泗溪镇正在初审", "无需操作");
        assertThat(house.platform().signIn("township").get(claim).status()).isEqualTo(404);
        assertThat(house.platform().signIn("mother").get(claim).status()).isEqualTo(404);
        assertThat(house.platform().signIn("county").get(claim).status()).isEqualTo(200);
    }

    @Test
    void townships_see_their_own_figures_only() {
        var analyst =
                house.platform().signIn("analyst").get("/monitoring/townships").text();
        var township =
                house.platform().signIn("township").get("/monitoring/townships").text();

        assertThat(analyst).contains("罗阳镇", "泗溪镇", "仕阳镇");
        assertThat(township).contains("罗阳镇").doesNotContain("泗溪镇", "仕阳镇");
    }

    /** No names for those who do not work with persons: masked in pay-rolls, absent in figures and in the log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyst /monitoring",
                "analyst /monitoring/townships",
                "auditor /audit/reads",
                "finance /payment"
            })
    void who_works_with_figures_and_money_reads_no_names(String readerAndPage) {
        var words = readerAndPage.split(" ");
        house.platform().signIn("county").get("/persons/" + person("mother"));

        var page = house.platform().signIn(words[0]).get(words[1]).text();

        assertThat(page).doesNotContain(name("mother"), name("migrant"), name("elder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/family", "/benefits", "/childbearing", "family member"})
    void the_mother_of_a_special_family_never_reads_the_words_that_hurt(String path) {
        var window = house.platform().signIn("elder");
        var page = window.get(
                path.equals("family member") ? window.get("/family").get("href=\"(/family\\?member=[^\"]+)\"") : path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(GRIEVING.matcher(page.body()).find()).as(page.text()).isFalse();
    }

    /** The switch is kept with the browser: over pages, signing out and in, and a year. */
    @Test
    void large_type_is_one_switch_and_is_remembered() {
        try (var phone = Browser.phone(house.platformPort())) {
            phone.signInAs("elder").picture("elder-1-home").assertAccessible().assertFits();
            double usual = letter(phone);
            phone.page().getByText("长辈版").click();
            phone.page().waitForSelector("html.large");
            phone.picture("elder-2-home-large").assertAccessible().assertFits();
            assertThat(letter(phone)).isGreaterThan(usual * 1.2);
            for (var path : List.of("/family", "/benefits")) {
                phone.open(path);
                assertThat(phone.page().locator("html.large").count()).isOne();
                phone.picture("elder-3" + path.replace('/', '-') + "-large")
                        .assertAccessible()
                        .assertFits();
            }
            phone.page().getByText("退出").click();
            phone.signInAs("elder");
            assertThat(phone.page().locator("html.large").count()).isOne();
            assertThat(phone.page().context().cookies().stream()
                            .filter(cookie -> cookie.name.equals("large-type"))
                            .findFirst()
                            .orElseThrow()
                            .expires)
                    .isGreaterThan(System.currentTimeMillis() / 1000.0 + 300 * 86_400);
        }
    }

    private static double letter(Browser phone) {
        return ((Number) phone.page().evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)"))
                .doubleValue();
    }

    private String person(String subject) {
        return house.database()
                .sql("SELECT person_id::text FROM access.account WHERE subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    /** As the person reads it on the own page. */
    private String name(String subject) {
        return house.platform().signIn(subject).get("/family").get("<h1><span>([^<]+)</span>");
    }
}

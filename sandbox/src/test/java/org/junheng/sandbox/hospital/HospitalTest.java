package org.junheng.sandbox.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junheng.sandbox.Keys;
import org.junheng.sandbox.Platform;
import org.junheng.sandbox.SandboxTest;
import org.junheng.sandbox.StandInPlatform.Answer;
import org.junheng.sandbox.StandInPlatform.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class HospitalTest extends SandboxTest {

    private static final String MOTHER = "330329199603150023";

    @BeforeEach
    void the_platform_takes_everything() {
        PLATFORM.willAnswer(new Answer(200, report(1, 0, 0, 0, "[]")));
    }

    /** Otherwise a notice of one test would arrive during the next. */
    @AfterEach
    void every_notice_has_been_answered() throws Exception {
        keys_are_there();
        for (int i = 0; i < 1000 && page("/hospital").contains("会自动重发"); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(page("/hospital")).doesNotContain("会自动重发");
    }

    @Test
    void a_birth_reaches_the_platform_as_strings_under_the_hospitals_key() throws Exception {
        submit("/hospital/births", form(Map.of()));

        var call = PLATFORM.received().getFirst();
        assertThat(PLATFORM.received()).hasSize(1);
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /api/birth-notices");
        assertThat(call.authorization()).isEqualTo("Bearer " + HOSPITAL_KEY);
        assertThat(call.type()).startsWith("application/json");
        assertThat(notices(call))
                .containsExactly(Map.of(
                        "notice_number", "TS1",
                        "institution", "妇幼保健院",
                        "institution_area", "330329",
                        "born_on", "2026-11-20",
                        "sex", "2",
                        "mother_name", "林小满",
                        "mother_id_number", MOTHER,
                        "weight_grams", "3250"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            manner,      sent
            ONCE,        1
            TWICE,       2
            ANSWER_LOST, 2
            """, useHeadersInDisplayName = true)
    void the_same_notice_is_sent_as_often_as_told(String manner, int sent) throws Exception {
        submit("/hospital/births", form(Map.of("manner", manner)));

        assertThat(PLATFORM.received()).hasSize(sent);
        assertThat(PLATFORM.received().stream().map(Received::body).distinct()).hasSize(1);
    }

    @Test
    void an_answer_lost_is_not_shown_and_the_next_one_is() throws Exception {
        PLATFORM.willAnswer(
                new Answer(200, report(1, 0, 0, 0, "[]").replace("7f3a", "first-delivery")),
                new Answer(200, report(0, 1, 0, 0, "[]").replace("7f3a", "second-delivery")));

        var shown = sendAndShow(form(Map.of("manner", "ANSWER_LOST")));

        assertThat(shown).contains("second-delivery", "回执已丢弃").doesNotContain("first-delivery");
    }

    @Test
    void twins_are_two_notices_of_one_delivery() throws Exception {
        submit("/hospital/births", form(Map.of("twins", "on", "child_name", "林安")));

        var twins = notices(PLATFORM.received().getFirst());
        assertThat(twins).extracting(twin -> twin.get("notice_number")).containsExactly("TS1", "TS1-2");
        assertThat(twins).extracting(twin -> twin.get("sex")).containsExactly("2", "1");
        assertThat(twins).extracting(twin -> twin.get("plurality")).containsOnly("2");
        assertThat(twins).extracting(twin -> twin.get("mother_id_number")).containsOnly(MOTHER);
        assertThat(twins.get(1)).doesNotContainKey("child_name");
    }

    @Test
    void an_unknown_mother_comes_from_over_the_border_with_a_number_in_order() throws Exception {
        submit("/hospital/births", form(Map.of("unknown_mother", "on", "father_name", "王磊")));

        var notice = notices(PLATFORM.received().getFirst()).getFirst();
        var id = ResidentId.of(notice.get("mother_id_number"));
        assertThat(id.areaPrefix()).isEqualTo(350924);
        assertThat(id.sex()).isEqualTo(Sex.FEMALE);
        assertThat(id.birthDate().getYear()).isBetween(1992, 2001);
        assertThat(notice.get("mother_name")).isNotEqualTo("林小满").hasSize(3);
        assertThat(notice).doesNotContainKey("father_name");
    }

    @Test
    void findings_of_the_platform_are_shown_by_row_and_field() throws Exception {
        var finding = """
                [{"row": 1, "field": "mother_id_number", "expectation": "ID_CHECK_DIGIT", "message": "校验码不符"}]""";
        PLATFORM.willAnswer(new Answer(200, report(0, 0, 0, 1, finding)));

        assertThat(sendAndShow(form(Map.of()))).contains("母亲身份证号", "ID_CHECK_DIGIT", "校验码不符", "answer bad");
    }

    @Test
    void a_refusal_is_shown_in_the_platforms_words() throws Exception {
        PLATFORM.willAnswer(new Answer(403, "{\"title\": \"不允许\", \"detail\": \"此密钥不能报送\"}"));

        assertThat(sendAndShow(form(Map.of()))).contains("平台拒收（403）：不允许 此密钥不能报送");
    }

    @Test
    void an_answer_that_is_no_report_is_shown_as_it_is() throws Exception {
        PLATFORM.willAnswer(new Answer(200, "<b>maintenance</b>"));

        assertThat(sendAndShow(form(Map.of()))).contains("&lt;b&gt;maintenance&lt;/b&gt;");
    }

    @Test
    void nothing_is_sent_before_the_platform_has_made_the_key() throws Exception {
        Files.delete(DATA.resolve("secrets/client-hospital"));

        assertThat(sendAndShow(form(Map.of()))).contains("平台还没有给医院密钥");
        assertThat(PLATFORM.received()).isEmpty();
    }

    @Test
    void what_the_platform_cannot_take_is_sent_again_by_itself_to_the_letter() throws Exception {
        PLATFORM.willAnswer(new Answer(503, ""), new Answer(401, ""), new Answer(200, report(1, 0, 0, 0, "[]")));

        assertThat(sendAndShow(form(Map.of()))).contains("尚未收到回执，会自动重发", "（503）");

        every_notice_has_been_answered();
        assertThat(PLATFORM.received()).hasSize(3);
        assertThat(PLATFORM.received().stream().map(Received::body).distinct()).hasSize(1);
    }

    @Test
    void a_hospital_started_anew_sends_what_had_no_answer() throws Exception {
        var data = Files.createTempDirectory("hospital");
        Files.createDirectories(data.resolve("secrets"));
        var platform = new Platform(PLATFORM.address(), new Keys(data.resolve("secrets")));
        var line = new NoticeLine(platform, JsonMapper.shared());
        var notice = BirthNotice.ofProperties(form(Map.of()));
        try (var ended = new Hospital(line, JsonMapper.shared(), Clock.systemUTC(), data)) {
            assertThat(ended.send(List.of(notice), Sending.Manner.ONCE).waiting())
                    .isTrue();
        }
        Files.writeString(data.resolve("secrets/client-hospital"), HOSPITAL_KEY);

        try (var anew = new Hospital(line, JsonMapper.shared(), Clock.systemUTC(), data)) {
            anew.resume();
            for (int i = 0; i < 1000 && anew.listSendings().getFirst().waiting(); i++) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(anew.listSendings().getFirst().answers())
                    .extracting(Sending.Answer::zh)
                    .containsExactly("平台已接收");
        }
        assertThat(notices(PLATFORM.received().getFirst()).getFirst()).containsEntry("notice_number", "TS1");
    }

    @Test
    void the_form_opens_with_the_demonstrations_expecting_mother() throws Exception {
        write("demonstration/expecting-mother.properties", "name=林小满\nidNumber=" + MOTHER + "\nphone=13900001234\n");

        assertThat(page("/hospital")).contains("value=\"林小满\"", MOTHER, "13900001234");
    }

    @Test
    void without_an_expecting_mother_the_form_asks_for_one() throws Exception {
        Files.deleteIfExists(DATA.resolve("demonstration/expecting-mother.properties"));

        assertThat(page("/hospital")).contains("请填写或粘贴母亲的姓名和身份证号");
    }

    @ParameterizedTest
    @CsvSource({"UTF_8, UTF-8", "GB18030, GB18030"})
    void the_file_has_chinese_headers_in_the_encoding_asked_for(String encoding, String charset) throws Exception {
        var answer = submit("/hospital/births.csv", form(Map.of("encoding", encoding, "twins", "on")));

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(new String(answer.body(), Charset.forName(charset)).replace("\uFEFF", ""))
                .isEqualToNormalizingNewlines("""
                        通知编号,助产机构,机构地区代码,出生日期,性别,新生儿姓名,母亲姓名,母亲身份证号,母亲电话,父亲姓名,父亲身份证号,产次,胎数,孕周,出生体重（克）
                        TS1,妇幼保健院,330329,2026-11-20,2,,林小满,330329199603150023,,,,,2,,3250
                        TS1-2,妇幼保健院,330329,2026-11-20,1,,林小满,330329199603150023,,,,,2,,3250
                        """);
    }

    private String sendAndShow(Map<String, String> form) throws Exception {
        var answer = submit("/hospital/births", form);
        var place = answer.headers().firstValue("Location").orElseThrow();
        var section = place.substring(place.indexOf('#') + 1);
        var page = page("/hospital");
        int from = page.indexOf("id=\"" + section + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static Map<String, String> form(Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "notice_number", "TS1",
                "institution", "妇幼保健院",
                "institution_area", "330329",
                "born_on", "2026-11-20",
                "sex", "2",
                "mother_name", " 林小满 ",
                "mother_id_number", MOTHER,
                "weight_grams", "3250",
                "parity", "",
                "manner", "ONCE"));
        form.putAll(more);
        return form;
    }

    private static List<Map<String, String>> notices(Received call) {
        assertThat(call.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        return JsonMapper.shared().readValue(call.body(), new TypeReference<>() {});
    }

    private static String report(int applied, int repeated, int provisional, int rejected, String findings) {
        return """
                {"delivery": "7f3a", "rows": 1, "applied": %d, "repeated": %d, "provisional": %d, "rejected": %d, "findings": %s}""".formatted(applied, repeated, provisional, rejected, findings);
    }
}

package org.junheng.projection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junheng.population.outlook.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFormTest {

    private static final CentralPaths.Paths CENTRAL = CentralPaths.of(Scenario.central("central", CentralPaths.LAST));

    @Test
    void what_the_page_opens_with_is_the_scenario_it_was_made_of() {
        var scenario = read(Map.of(
                "fertility",
                "path",
                "tfr.2030",
                "1.05",
                "migration",
                "path",
                "ext.2060",
                "-12.5",
                "pace",
                "80",
                "m1.name",
                "补贴",
                "m1.order",
                "2",
                "m1.effect",
                "8",
                "m1.source",
                "研究 12"));

        assertThat(scenario.fertility().total()).containsEntry(2030, 1.05).hasSize(3);
        assertThat(scenario.migration().external()).containsEntry(2060, -125_000.0);
        assertThat(scenario.mortality().pace()).isEqualTo(0.8);
        assertThat(scenario.measures()).containsExactly(new Scenario.Measure("补贴", 2, 2027, 3, 0.08, 0.02, "研究 12"));
        assertThat(ScenarioForm.read(ScenarioForm.of(scenario, CENTRAL)))
                .isEqualTo(new ScenarioForm.Reading.Good(scenario));
    }

    @Test
    void what_is_stored_is_read_back_as_it_was_and_so_keeps_its_fingerprint() {
        var scenario = read(Map.of("name", "方案: \"一\" # 二", "fertility", "path", "tfr.2040", "0.9", "certain", "true"));

        assertThat(ScenarioText.read(ScenarioText.write(scenario))).isEqualTo(scenario);
        assertThat(scenario.fertility().spread()).isZero();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            key,       typed,   fault
            name,      '',      projection.fault.text
            source,    '  ',    projection.fault.text
            pace,      fast,    projection.fault.number
            pace,      201,     projection.fault.number
            mobility,  -5,      projection.fault.number
            tfr.2030,  9,       projection.fault.number
            ext.2060,  250,     projection.fault.number
            until,     2200,    projection.fault.number
            m1.effect, lots,    projection.fault.number
            m1.source, '',      projection.fault.text
            """, useHeadersInDisplayName = true)
    void what_cannot_be_is_said_at_its_field(String key, String typed, String fault) {
        var form = form(Map.of("fertility", "path", "migration", "path", "m1.name", "补贴", "m1.source", "研究"));
        form.put(key, typed);

        assertThat(ScenarioForm.read(form))
                .isInstanceOfSatisfying(
                        ScenarioForm.Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .containsOnlyKeys(key)
                                .allSatisfy((at, text) -> assertThat(text.key()).isEqualTo(fault)));
    }

    private static Scenario read(Map<String, String> changes) {
        return ((ScenarioForm.Reading.Good) ScenarioForm.read(form(changes))).scenario();
    }

    private static Map<String, String> form(Map<String, String> changes) {
        var form = new HashMap<>(ScenarioForm.of(Scenario.central("方案", 2060), CENTRAL));
        form.put("source", "会议纪要");
        form.putAll(changes);
        return form;
    }
}

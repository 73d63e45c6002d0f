package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold of every person, marriage, child and move, asked of the files for offenders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyRulesTest {

    private MadeCounty made;

    @BeforeAll
    void make() {
        made = new MadeCounty(MadeCounty.SCALE, CountySpec.DEFAULT_DAY, 7);
    }

    @AfterAll
    void close() {
        made.close();
    }

    private void nobody(String offenders) {
        assertThat(made.offenders(offenders)).as(offenders).isZero();
    }

    @Test
    void the_files_hold_as_many_people_as_the_county_needs() {
        assertThat(made.count("SELECT count(*) FROM person")).isBetween(8_000L, 10_000L);
        assertThat(made.count("SELECT count(*) FROM identity"))
                .isEqualTo(made.count("SELECT count(DISTINCT key) FROM person"));
    }

    @Test
    void small_counties_fit_the_census_too() {
        assertThat(made.county.listCells())
                .allSatisfy(cell -> assertThat(cell.difference()).isZero());
        assertThat(made.county.listFigures())
                .filteredOn(figure -> !figure.id().startsWith("census."))
                .allSatisfy(figure -> assertThat(Math.abs(figure.synthetic() - figure.target()))
                        .as(figure.id())
                        .isLessThanOrEqualTo(1));
    }

    @Test
    void a_mother_is_between_16_and_48_and_alive_at_a_birth() {
        nobody("""
                SELECT * FROM kinship k JOIN person c ON c.key = k.child JOIN person m ON m.key = k.mother
                 WHERE m.sex <> 2 OR date_sub('year', m.birth, c.birth) NOT BETWEEN 16 AND 48 OR m.death < c.birth
                """);
    }

    @Test
    void a_father_is_a_man_of_16_or_more_who_lived_nine_months_before() {
        nobody("""
                SELECT * FROM kinship k JOIN person c ON c.key = k.child JOIN person f ON f.key = k.father
                 WHERE f.sex <> 1 OR date_sub('year', f.birth, c.birth) < 16 OR f.death < c.birth - 280
                """);
    }

    @Test
    void everybody_under_18_has_both_parents() {
        nobody("""
                SELECT * FROM person p LEFT JOIN kinship k ON k.child = p.key
                 WHERE date_sub('year', p.birth, DATE '2020-11-01') < 18 AND (k.mother IS NULL OR k.father IS NULL)
                   AND p.birth < DATE '2020-11-01' AND p.hukou_area BETWEEN 330329000000 AND 330329999999
                """);
        nobody("SELECT * FROM person p WHERE birth > DATE '2020-11-01' AND key NOT IN (SELECT child FROM kinship)");
    }

    @Test
    void births_of_one_mother_lie_apart_unless_twins() {
        nobody("""
                SELECT * FROM (SELECT c.birth - lag(c.birth) OVER (PARTITION BY k.mother ORDER BY c.birth) AS days,
                                      k.plurality
                                 FROM kinship k JOIN person c ON c.key = k.child)
                 WHERE days < 300 AND NOT (days = 0 AND plurality = 2)
                """);
    }

    @Test
    void birth_order_counts_without_gaps() {
        nobody("""
                SELECT mother FROM kinship GROUP BY mother
                HAVING max(birth_order) <> count(*) OR count(DISTINCT birth_order) <> count(*)
                """);
    }

    @Test
    void nobody_marries_below_the_age_of_the_law_of_the_day() {
        nobody("""
                SELECT * FROM "union" u JOIN person h ON h.key = u.husband JOIN person w ON w.key = u.wife
                 WHERE date_sub('year', h.birth, u.married) < CASE WHEN u.married < DATE '1981-01-01' THEN 20 ELSE 22 END
                    OR date_sub('year', w.birth, u.married) < CASE WHEN u.married < DATE '1981-01-01' THEN 18 ELSE 20 END
                    OR h.sex <> 1 OR w.sex <> 2
                """);
    }

    @Test
    void nobody_has_two_marriages_at_once() {
        for (String who : List.of("husband", "wife")) {
            nobody("""
                    SELECT * FROM (SELECT married, lag(coalesce(ended, DATE '9999-12-31'))
                                          OVER (PARTITION BY %1$s ORDER BY married) AS before,
                                          %1$s_order - row_number() OVER (PARTITION BY %1$s ORDER BY married) AS off
                                     FROM "union")
                     WHERE married < before OR off <> 0
                    """.formatted(who));
        }
    }

    @Test
    void a_marriage_ends_with_the_first_death() {
        nobody("""
                SELECT * FROM "union" u JOIN person h ON h.key = u.husband JOIN person w ON w.key = u.wife
                 WHERE (u.end_reason = 'death' AND u.ended <> least(h.death, w.death))
                    OR (u.ended IS NULL AND (h.death IS NOT NULL OR w.death IS NOT NULL))
                    OR u.ended <= u.married OR (u.ended IS NULL) <> (u.end_reason IS NULL)
                """);
    }

    @Test
    void marital_status_follows_from_the_marriages() {
        nobody("""
                SELECT p.key FROM person p LEFT JOIN "union" u ON p.key IN (u.husband, u.wife)
                 GROUP BY p.key, p.marital, p.death
                HAVING (count(u.key) = 0) <> (p.marital = '10')
                    OR (p.death IS NULL AND (count(u.key) FILTER (u.ended IS NULL) > 0) <> (p.marital IN ('21', '22')))
                """);
    }

    @Test
    void nothing_happens_after_death_or_before_birth() {
        nobody("""
                SELECT * FROM move m JOIN person p ON p.key = m.person WHERE m.moved >= p.death OR m.moved <= p.birth
                """);
        nobody("SELECT * FROM \"union\" u JOIN person p ON p.key IN (u.husband, u.wife) WHERE u.married >= p.death");
        nobody("SELECT * FROM disability d JOIN person p ON p.key = d.person WHERE d.certified NOT BETWEEN p.birth"
                + " AND coalesce(p.death, DATE '9999-12-31')");
        nobody(
                "SELECT * FROM birth b JOIN person p ON p.key = b.child WHERE b.registered < b.born OR p.birth <> b.born");
    }

    @Test
    void nothing_is_dated_after_the_day_of_the_county() {
        nobody("SELECT * FROM person WHERE birth > DATE '2025-12-31' OR death > DATE '2025-12-31'");
        nobody("SELECT * FROM move WHERE moved > DATE '2025-12-31'");
        nobody("SELECT * FROM \"union\" WHERE married > DATE '2025-12-31' OR ended > DATE '2025-12-31'");
        nobody("SELECT * FROM birth WHERE registered > DATE '2025-12-31'");
        nobody("SELECT * FROM residence WHERE since > DATE '2025-12-31'");
    }

    @Test
    void everybody_has_three_places_at_every_time_of_life() {
        nobody("""
                SELECT p.key FROM person p LEFT JOIN residence r ON r.person = p.key
                 GROUP BY p.key, p.birth HAVING count(DISTINCT r.kind) <> 3
                    OR count(*) FILTER (r.since = p.birth) <> 3 OR count(*) FILTER (r.until IS NULL) <> 3
                """);
        nobody("""
                SELECT * FROM (SELECT since, lag(until) OVER (PARTITION BY person, kind ORDER BY since) AS before,
                                      row_number() OVER (PARTITION BY person, kind ORDER BY since) AS n
                                 FROM residence) WHERE n > 1 AND since <> before
                """);
        nobody("""
                SELECT * FROM person p JOIN residence r ON r.person = p.key AND r.until IS NULL AND r.kind = 'residence'
                 WHERE r.area <> p.residence_area OR r.since <> p.residence_since
                """);
        assertThat(made.count("SELECT count(*) FROM residence") - 3 * made.count("SELECT count(*) FROM person"))
                .isEqualTo(made.count("SELECT count(*) FROM move"));
    }

    @Test
    void references_lead_to_persons() {
        nobody("SELECT * FROM kinship WHERE mother NOT IN (SELECT key FROM person)");
        nobody("SELECT * FROM kinship WHERE father NOT IN (SELECT key FROM person)");
        nobody("SELECT * FROM \"union\" WHERE husband NOT IN (SELECT key FROM person)");
        nobody("SELECT * FROM person WHERE household NOT IN (SELECT key FROM person)");
        nobody("SELECT * FROM birth WHERE hospital NOT IN (SELECT id FROM hospital)");
        nobody("""
                SELECT * FROM person p JOIN person h ON h.key = p.household
                 WHERE p.death IS NULL AND (p.residence_area <> h.residence_area OR h.death IS NOT NULL)
                """);
    }

    @Test
    void places_are_real_areas() {
        AreaTree areas = AreaTree.load();
        made.tables.forEach(
                "SELECT DISTINCT area FROM residence",
                List.of(),
                row -> assertThat(areas.find(new AreaCode(row.getLong("area")))).isPresent());
    }

    @Test
    void id_numbers_are_valid_unique_and_say_birthday_and_sex() {
        AreaTree areas = AreaTree.load();
        Map<String, Integer> owners = new HashMap<>();
        made.tables.forEach(
                "SELECT p.key, p.birth, p.sex, i.id_number FROM person p JOIN identity i ON i.key = p.key"
                        + " WHERE i.id_number IS NOT NULL",
                List.of(),
                row -> {
                    ResidentId id = ResidentId.of(row.getString("id_number"));
                    assertThat(id.birthDate()).isEqualTo(row.getDate("birth"));
                    assertThat(id.sex()).isEqualTo(row.getInt("sex") == 1 ? Sex.MALE : Sex.FEMALE);
                    assertThat(areas.isKnownPrefix(id.areaPrefix())).isTrue();
                    assertThat(owners.put(id.value(), row.getInt("key"))).isNull();
                });
        assertThat(owners).hasSizeGreaterThan(8_000);
        nobody("SELECT * FROM person p JOIN identity i ON i.key = p.key WHERE i.id_number IS NULL AND p.death IS NULL");
    }

    @Test
    void names_are_names_and_siblings_have_different_ones() {
        nobody("SELECT * FROM identity WHERE NOT regexp_full_match(name, '\\p{Han}{2,4}')");
        nobody("""
                SELECT k.mother, i.name FROM kinship k JOIN identity i ON i.key = k.child JOIN person p ON p.key = k.child
                 GROUP BY k.mother, i.name, p.sex HAVING count(*) > 1
                """);
        long shared = made.count("""
                SELECT count(*) FROM kinship k JOIN identity c ON c.key = k.child JOIN identity f ON f.key = k.father
                 WHERE c.name[1] = f.name[1]
                """);
        assertThat(shared / (double) made.count("SELECT count(*) FROM kinship")).isBetween(0.9, 1.0);
    }

    @Test
    void phones_accounts_and_addresses_are_there_for_who_has_them() {
        nobody("SELECT * FROM identity WHERE NOT regexp_full_match(phone, '154[0-9]{8}')");
        nobody("SELECT phone FROM identity WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) > 1");
        nobody("SELECT account FROM identity WHERE account IS NOT NULL GROUP BY account HAVING count(*) > 1");
        nobody("SELECT * FROM identity WHERE NOT regexp_full_match(account, '9[0-9]{18}')");
        nobody("SELECT * FROM identity WHERE length(hukou_address) < 8 OR length(residence_address) < 8");
        nobody("""
                SELECT * FROM person p JOIN identity i ON i.key = p.key
                 WHERE p.residence_area = 330329100000 AND residence_address NOT LIKE '浙江省温州市泰顺县罗阳镇%'
                """);
        nobody("SELECT * FROM identity WHERE disability_no IS NOT NULL AND length(disability_no) <> 20");
    }

    @Test
    void the_demonstration_families_are_there() {
        assertThat(made.county.cast())
                .extracting(CastMember::role)
                .containsExactly(
                        "expecting-mother",
                        "expecting-father",
                        "migrant-father",
                        "migrant-wife",
                        "migrant-child",
                        "special-mother",
                        "special-child");
        assertThat(made.offenders("""
                SELECT * FROM "union" u JOIN person w ON w.key = u.wife AND w.key = %d AND u.husband = %d
                 WHERE u.ended IS NULL AND w.residence_area = 330329100000 AND w.death IS NULL
                   AND w.key NOT IN (SELECT mother FROM kinship)
                """.formatted(key("expecting-mother"), key("expecting-father"))))
                .isOne();
        assertThat(made.offenders("""
                SELECT * FROM person c JOIN kinship k ON k.child = c.key AND k.father = %d
                 WHERE c.key = %d AND c.hukou_area = 330329104000 AND c.residence_area = 330110000000
                """.formatted(key("migrant-father"), key("migrant-child"))))
                .isOne();
        assertThat(made.offenders("""
                SELECT * FROM person m JOIN kinship k ON k.mother = m.key JOIN person c ON c.key = k.child
                 WHERE m.key = %d AND c.key = %d AND c.death IS NOT NULL AND m.death IS NULL AND m.marital = '30'
                   AND date_sub('year', m.birth, DATE '2025-12-31') = 68
                """.formatted(key("special-mother"), key("special-child"))))
                .isOne();
    }

    private int key(String role) {
        return made.county.cast().stream()
                .filter(member -> member.role().equals(role))
                .findFirst()
                .orElseThrow()
                .key();
    }
}

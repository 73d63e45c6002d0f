package org.junheng.register.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.register.PersonSearch;
import org.junheng.register.Register;

/**
 * The search statements. Under row-level security an index serves only operators that PostgreSQL trusts not to leak:
 * ranges and equality, never LIKE. So a prefix is a range.
 */
record PersonSearchSql(String statement, Map<String, Object> parameters) {

    private static final String AFTER_ALL = new String(Character.toChars(Character.MAX_CODE_POINT));
    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

    /**
     * Finds by the index of the key alone whom anybody may leaf through, counts them, and fetches what the page shows.
     * Several records may tell the same name of a person.
     */
    private static final String SEARCH = """
            WITH found AS MATERIALIZED (
                SELECT DISTINCT ON (%1$s i.born_on, p.id) i.record_id, p.id AS person_id
                  FROM register.identity i
                  JOIN register.person p ON p.id = i.person_id
                 WHERE %2$s
                   AND (:everywhere
                        OR p.hukou_area     >= :areaFrom AND p.hukou_area     < :areaTo
                        OR p.residence_area >= :areaFrom AND p.residence_area < :areaTo
                        OR p.service_area   >= :areaFrom AND p.service_area   < :areaTo)
              ORDER BY %1$s i.born_on, p.id
                 LIMIT :most)
              SELECT p.id, i.name, i.id_no_cipher, p.sex, p.born_on, p.died_on, p.hukou_area, p.residence_area, p.provisional,
                     (SELECT count(*) FROM found) AS total
                FROM found
                JOIN register.identity i ON i.record_id = found.record_id
                JOIN register.person p   ON p.id = found.person_id
            ORDER BY %1$s i.born_on, p.id
               LIMIT :limit OFFSET :offset
            """;

    private static final String BY_NAME = search(
            "i.name_folded,",
            "i.name_folded >= :from AND i.name_folded < :to AND i.born_on >= :bornFrom AND i.born_on < :bornTo");
    private static final String BY_PINYIN = search(
            "i.name_pinyin,",
            "i.name_pinyin >= :from AND i.name_pinyin < :to AND i.born_on >= :bornFrom AND i.born_on < :bornTo");
    private static final String BY_INITIALS =
            search("i.name_initials,", "i.name_initials = :from AND i.born_on >= :bornFrom AND i.born_on < :bornTo");
    private static final String BY_ID_NUMBER = search("", "i.id_no_index = :index");
    private static final String BY_PHONE = search("", "i.phone_index = :index");
    private static final String BY_BIRTH = search("", "p.born_on = :day");

    private static String search(String order, String condition) {
        return SEARCH.formatted(order, condition);
    }

    /** The statements to try, one after the other, until one finds somebody: 'oyn' may be a syllable or initials. */
    static List<PersonSearchSql> of(PersonSearch search, Vault vault) {
        var parameters = common(search);
        return switch (SearchTerm.of(search.text())) {
            case SearchTerm.ByIdNumber(var number) -> {
                parameters.put("index", vault.index(Vault.Kind.ID_NUMBER, number.value()));
                yield List.of(new PersonSearchSql(BY_ID_NUMBER, parameters));
            }
            case SearchTerm.ByPhone(var number) -> {
                parameters.put("index", vault.index(Vault.Kind.PHONE, number));
                yield List.of(new PersonSearchSql(BY_PHONE, parameters));
            }
            case SearchTerm.ByBirth(var day) -> {
                parameters.put("day", day);
                yield List.of(new PersonSearchSql(BY_BIRTH, parameters));
            }
            case SearchTerm.ByName(var prefix, var year) -> List.of(named(BY_NAME, prefix, year, parameters));
            case SearchTerm.ByPinyin(var prefix, var year) ->
                List.of(named(BY_PINYIN, prefix, year, parameters), named(BY_INITIALS, prefix, year, common(search)));
            case SearchTerm.ByInitials(var letters, var year) -> List.of(named(BY_INITIALS, letters, year, parameters));
            case SearchTerm.Nothing _ -> List.of();
        };
    }

    private static PersonSearchSql named(
            String statement, String prefix, Optional<Integer> year, Map<String, Object> parameters) {
        parameters.put("from", prefix);
        parameters.put("to", prefix + AFTER_ALL);
        parameters.put("bornFrom", year.map(y -> LocalDate.of(y, 1, 1)).orElse(FIRST_DAY));
        parameters.put("bornTo", year.map(y -> LocalDate.of(y + 1, 1, 1)).orElse(LAST_DAY));
        return new PersonSearchSql(statement, parameters);
    }

    private static Map<String, Object> common(PersonSearch search) {
        var parameters = new HashMap<String, Object>();
        parameters.put("everywhere", search.area().isEmpty());
        parameters.put("areaFrom", search.area().map(AreaCode::from).orElse(0L));
        parameters.put("areaTo", search.area().map(AreaCode::to).orElse(0L));
        parameters.put("limit", search.size());
        parameters.put("most", Register.Found.MOST);
        parameters.put("offset", (long) search.page() * search.size());
        return parameters;
    }
}

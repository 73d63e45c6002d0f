package org.junheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            page | total | numbers
            1    | 0     | 1
            1    | 10    | 1
            1    | 11    | 1 2
            1    | 240   | 1 2 3 0 24
            5    | 240   | 1 0 3 4 5 6 7 0 24
            24   | 240   | 1 0 22 23 24
            4    | 60    | 1 2 3 4 5 6
            """)
    void the_page_numbers_on_offer_leave_gaps_but_not_the_ends(int number, long total, String numbers) {
        var page = new Page<>(List.of(), new PageRequest(number, 10, Sort.NONE), total);
        assertThat(page.numbers().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }

    @Test
    void the_last_page_counts_only_the_rows_it_has() {
        var page = new Page<>(Collections.nCopies(3, "row"), new PageRequest(3, 10, Sort.NONE), 23);
        assertThat(page.from()).isEqualTo(21);
        assertThat(page.to()).isEqualTo(23);
        assertThat(page.hasNext()).isFalse();
        assertThat(page.hasPrevious()).isTrue();
    }

    @Test
    void only_columns_on_offer_reach_the_statement() {
        var columns = Map.of("name", "n.folded");
        assertThat(Sort.parse("-name").orderBy(columns, "id")).isEqualTo("n.folded DESC NULLS LAST, id");
        assertThat(Sort.parse("name; DROP TABLE person").orderBy(columns, "id")).isEqualTo("id");
        assertThat(Sort.NONE.orderBy(columns, "id")).isEqualTo("id");
    }

    @Test
    void a_second_click_turns_the_order_round_and_a_third_back() {
        var once = Sort.NONE.clicked("name");
        assertThat(once.parameter()).isEqualTo("name");
        assertThat(once.clicked("name").parameter()).isEqualTo("-name");
        assertThat(once.clicked("name").clicked("name")).isEqualTo(once);
        assertThat(once.clicked("name").clicked("age").parameter()).isEqualTo("age");
    }
}

package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junheng.population.internal.sweep.Comparisons;
import org.junit.jupiter.api.Test;

class BunchingTest {

    @Test
    void a_density_on_a_line_is_continued_to_the_threshold() {
        assertThat(Bunching.density(new double[] {95, 85, 75, 65, 55})).isCloseTo(100, within(1e-9));
        assertThat(Bunching.density(new double[] {40, 40, 40, 40, 40})).isCloseTo(40, within(1e-9));
    }

    @Test
    void comparisons_are_found_with_both_their_sides() {
        assertThat(Comparisons.in("has(claim.firstFiledOn) || (age(person.born, on) >= minAge && !(a < b))"))
                .extracting(each -> each.left() + " " + each.operator() + " " + each.right())
                .containsExactly("age(person.born, on) >= minAge", "a < b");
        assertThat(Comparisons.in("kind == \"<odd>\"")).isEmpty();
    }
}

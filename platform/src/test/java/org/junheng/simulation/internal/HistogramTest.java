package org.junheng.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void the_fullest_bin_is_as_high_as_the_drawing_and_the_threshold_stands_in_the_middle() {
        var drawing = Histogram.of(List.of(10L, 0L, 40L, 20L));

        assertThat(drawing.bars()).extracting(Histogram.Bar::height).containsExactly(10, 0, 40, 20);
        assertThat(drawing.bars()).extracting(bar -> bar.y() + bar.height()).containsOnly(Histogram.HEIGHT);
        assertThat(drawing.bars()).extracting(Histogram.Bar::above).containsExactly(false, false, true, true);
        assertThat(drawing.threshold()).isEqualTo(Histogram.WIDTH / 2);
    }

    @Test
    void bins_without_anybody_are_drawn_flat() {
        assertThat(Histogram.of(List.of(0L, 0L)).bars())
                .extracting(Histogram.Bar::height)
                .containsOnly(0);
    }
}

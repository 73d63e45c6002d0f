package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AreaTreeTest {

    private static final AreaTree TREE = AreaTree.load();

    @Test
    void a_place_is_named_with_all_above_it() {
        assertThat(TREE.fullName(AreaCode.of("330329100"), Locale.CHINA)).isEqualTo("浙江省温州市泰顺县罗阳镇");
    }
}

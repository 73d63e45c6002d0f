package org.junheng.demonstration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.resource.ResourceKind;
import org.junit.jupiter.api.Test;

class SampleResourcesTest {

    @Test
    void the_countys_resources_are_of_every_kind_lie_in_it_and_are_marked_as_samples() {
        var county = AreaCode.of("330329");
        var areas = AreaTree.load();
        var resources = SampleResources.list();
        assertThat(resources).extracting(each -> each.kind()).contains(ResourceKind.values());
        assertThat(resources).allSatisfy(each -> {
            assertThat(county.contains(each.area())).isTrue();
            assertThat(areas.find(each.area())).isPresent();
            assertThat(each.origin().sample()).isTrue();
            assertThat(each.terms().isPresent()).isEqualTo(each.kind().forChildren());
        });
        assertThat(resources).doesNotHaveDuplicates();
    }
}

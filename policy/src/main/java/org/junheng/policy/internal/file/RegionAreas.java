package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.policy.Text;
import org.junheng.policy.internal.source.YamlNode;

/** Whether the area a region's file is for exists, and until when: what an abolished area set must end with it. */
final class RegionAreas {

    private static final AreaTree AREAS = AreaTree.load();

    private RegionAreas() {}

    /** Reports a code the list of areas never had; below the county the list is not complete. */
    static void checkKnown(YamlNode node, AreaCode area) {
        boolean listed = area.level().compareTo(AreaCode.Level.COUNTY) <= 0;
        if (listed && AREAS.find(area).isEmpty()) {
            node.fault(
                    Text.format("区划表中没有“%s”。", "The list of areas has no '%s'.", area.shortText()),
                    Text.format("请核对代码（区划表版本 %s）。", "Check the code (list of %s).", AREAS.edition()));
        }
    }

    /** Reports a value that outlives the area that set it. */
    static void checkEnd(YamlNode node, AreaCode area, @Nullable LocalDate to) {
        AREAS.find(area).ifPresent(each -> {
            LocalDate end = each.validTo();
            if (end != null && (to == null || to.isAfter(end))) {
                reportEnd(node, each, end);
            }
        });
    }

    private static void reportEnd(YamlNode node, Area area, LocalDate end) {
        node.fault(
                Text.format(
                        "“%s %s”已于 %s 撤销，此值却仍有效。",
                        "'%s %s' was abolished on %s and this value goes on.",
                        area.code().shortText(),
                        area.zh(),
                        end),
                Text.format(
                        "请写 to: %s，并在承接地区（%s）的文件中续写。",
                        "Write 'to: %s', and go on in the file of its successor (%s).", end, successors(area)));
    }

    private static String successors(Area area) {
        return area.successors().stream().map(AreaCode::shortText).collect(Collectors.joining(", "));
    }
}

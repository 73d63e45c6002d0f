package org.junheng.correction.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.Coded;
import org.junheng.kernel.HukouCategory;
import org.junheng.kernel.Sex;
import org.junheng.register.CorrectableFact;
import org.junheng.register.PersonSummary;
import org.junheng.web.Field;
import org.junheng.web.Format;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** The fields of a request: which fact, the right value in the form the fact needs, since when, and how they know. */
@Component
class CorrectionForm {

    /** The statistics bureau's own units have codes from here on; nobody is registered there. */
    private static final int FIRST_STATISTICAL_UNIT = 400;

    private final AreaTree areas;
    private final Format format;

    CorrectionForm(AreaTree areas, Format format) {
        this.areas = areas;
        this.format = format;
    }

    /** Which fact is wrong. */
    Field which(UUID person) {
        var choices = Arrays.stream(CorrectableFact.values())
                .map(fact -> new Field.Choice(fact.code(), fact))
                .toList();
        return Field.choice("fact", "correction.which", choices).needed();
    }

    List<Field> fields(
            CorrectableFact fact, PersonSummary face, Map<String, String> typed, AskOutcome.@Nullable Wrong wrong) {
        var fields = new ArrayList<Field>();
        fields.add(value(fact, face).value(typed.get("value")).needed().error(error("value", wrong)));
        if (fact.holdsForATime()) {
            fields.add(Field.of("since", Field.Kind.DATE, "correction.since")
                    .value(typed.get("since"))
                    .hint(Text.of("correction.since.hint"))
                    .error(error("since", wrong)));
        }
        fields.add(Field.of("evidence", Field.Kind.LONG_TEXT, "correction.evidence")
                .value(typed.get("evidence"))
                .hint(Text.of("correction.evidence.hint"))
                .needed()
                .error(error("evidence", wrong)));
        return fields;
    }

    private Field value(CorrectableFact fact, PersonSummary face) {
        return switch (fact) {
            case NAME -> Field.of("value", Field.Kind.TEXT, "correction.right");
            case ID_NUMBER -> Field.of("value", Field.Kind.ID_NUMBER, "correction.right");
            case BORN_ON -> Field.of("value", Field.Kind.DATE, "correction.right");
            case PHONE -> Field.of("value", Field.Kind.PHONE, "correction.right");
            case ADDRESS -> Field.of("value", Field.Kind.TEXT, "correction.right");
            case FAMILY ->
                Field.of("value", Field.Kind.LONG_TEXT, "correction.right").hint(Text.of("correction.family.hint"));
            case SEX -> Field.choice("value", "correction.right", coded(List.of(Sex.FEMALE, Sex.MALE)));
            case HUKOU_CATEGORY -> Field.choice("value", "correction.right", coded(HukouCategory.CODES.values()));
            case HUKOU, RESIDENCE -> Field.choice("value", "correction.right", places(face));
        };
    }

    private static List<Field.Choice> coded(List<? extends Coded> values) {
        return values.stream().map(each -> new Field.Choice(each.code(), each)).toList();
    }

    /** The townships of the person's own county, the other counties of the province, the other provinces. */
    private List<Field.Choice> places(PersonSummary face) {
        var home = face.hukou().or(face::residence).map(AreaCode::county).orElseThrow();
        var townships = areas.children(home).stream()
                .map(Area::code)
                .filter(code -> code.value() / 1000 % 1000 < FIRST_STATISTICAL_UNIT);
        var counties = areas.within(home.province(), AreaCode.Level.COUNTY).stream()
                .map(Area::code)
                .filter(code -> !code.equals(home));
        var provinces = areas.provinces().stream().map(Area::code).filter(code -> !code.equals(home.province()));
        return Stream.of(townships, counties, provinces)
                .flatMap(each -> each)
                .map(code -> new Field.Choice(stored(code), format.areaInFull(code)))
                .toList();
    }

    private static String stored(AreaCode code) {
        return "%012d".formatted(code.value());
    }

    private static @Nullable Text error(String field, AskOutcome.@Nullable Wrong wrong) {
        return wrong != null && wrong.field().equals(field) ? wrong.why() : null;
    }
}

package org.junheng.correction.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Coded;
import org.junheng.kernel.HukouCategory;
import org.junheng.kernel.Sex;
import org.junheng.register.CorrectableFact;
import org.junheng.register.PersonSummary;
import org.junheng.web.AreaChoices;
import org.junheng.web.Field;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** The fields of a request: which fact, the right value in the form the fact needs, since when, and how they know. */
@Component
class CorrectionForm {

    private final AreaChoices areas;

    CorrectionForm(AreaChoices areas) {
        this.areas = areas;
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
            case HUKOU, RESIDENCE ->
                Field.choice(
                        "value",
                        "correction.right",
                        areas.about(face.hukou().or(face::residence).orElseThrow()));
        };
    }

    private static List<Field.Choice> coded(List<? extends Coded> values) {
        return values.stream().map(each -> new Field.Choice(each.code(), each)).toList();
    }

    private static @Nullable Text error(String field, AskOutcome.@Nullable Wrong wrong) {
        return wrong != null && wrong.field().equals(field) ? wrong.why() : null;
    }
}

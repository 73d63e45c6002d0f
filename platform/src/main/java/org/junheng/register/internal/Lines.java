package org.junheng.register.internal;

import java.util.Arrays;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DisabilityGrade;
import org.junheng.kernel.DisabilityType;
import org.junheng.kernel.HukouCategory;
import org.junheng.kernel.Sex;
import org.junheng.register.CorrectableFact;
import org.junheng.register.EventKind;
import org.junheng.register.PersonFile;
import org.junheng.register.PersonState;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** What a page says of an event or a standing: places by name, codes by their labels. */
@Component
class Lines {

    /** The value of an attribute that holds: a place, or the label of its code. */
    public Object value(PersonState.Standing standing) {
        return standing.area()
                .<Object>map(area -> area)
                .or(() -> standing.value().map(code -> coded(standing.attribute(), code)))
                .orElse("");
    }

    /** As which fact a standing attribute can be corrected; the service area is set by the offices. */
    public Optional<CorrectableFact> correctable(EventKind attribute) {
        return Arrays.stream(CorrectableFact.values())
                .filter(CorrectableFact::holdsForATime)
                .filter(fact -> fact.event().equals(Optional.of(attribute)))
                .findFirst();
    }

    /** What happened; to the family itself in the words of people. */
    public Object title(PersonFile.TimelineEntry event, boolean own) {
        Object kind = own && event.kind() == EventKind.DEATH ? Text.of("register.event.passed-away") : kind(event);
        return event.revoked() ? Text.of("register.event.revoked", kind) : kind;
    }

    /** Another's event by the person's part in it. */
    private static Object kind(PersonFile.TimelineEntry event) {
        if (event.part().isEmpty()) {
            return event.kind();
        }
        return switch (event.part().get()) {
            case SPOUSE -> event.kind();
            case MOTHER, FATHER -> Text.of("register.event.child-born");
            case ADOPTIVE_MOTHER, ADOPTIVE_FATHER -> Text.of("register.event.child-adopted");
        };
    }

    /** Where, or what it says. */
    public Object detail(PersonFile.TimelineEntry event) {
        Optional<AreaCode> area = event.area();
        return area.<Object>map(place -> place)
                .or(() -> event.value().map(code -> coded(event.kind(), code)))
                .orElse("");
    }

    private static Object coded(EventKind kind, String code) {
        return switch (kind) {
            case BIRTH -> Sex.CODES.get(code);
            case HUKOU_CATEGORY -> HukouCategory.CODES.get(code);
            case DISABILITY ->
                Text.of(
                        "register.event.disability",
                        DisabilityType.CODES.get(code.substring(0, 1)),
                        DisabilityGrade.CODES.get(code.substring(1)));
            case DEATH, REGISTERED_RESIDENCE, USUAL_RESIDENCE, SERVICE_AREA, MARRIAGE, DIVORCE, ADOPTION, REVOCATION ->
                code;
            case IDENTITY_CORRECTION -> CorrectableFact.ofCode(code);
            case LINKING -> Text.of("register.event.linking." + code);
        };
    }
}

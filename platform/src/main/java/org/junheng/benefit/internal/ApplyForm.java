package org.junheng.benefit.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junheng.policy.Decision;
import org.junheng.policy.Question;
import org.junheng.policy.ValueType;
import org.junheng.register.AsOf;
import org.junheng.register.BankAccounts;
import org.junheng.register.EventKind;
import org.junheng.register.PersonState;
import org.junheng.register.Register;
import org.junheng.web.Field;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;

/** The form of an application: the account as known, and only those facts asked that nobody knows. */
@Component
class ApplyForm {

    private static final String FACT = "fact.";

    private final Register register;
    private final BankAccounts accounts;
    private final Clock clock;

    ApplyForm(Register register, BankAccounts accounts, Clock clock) {
        this.register = register;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The fields for an applicant; whatever was typed stays, and what is wrong says so. */
    List<Field> fields(PersonState applicant, Decision decision, Map<String, String> typed, Collection<String> wrong) {
        var fields = new ArrayList<Field>();
        if (decision instanceof Decision.Undetermined open) {
            Subsidy.askable(open).forEach(question -> fields.add(asked(question, applicant, typed)));
        }
        var known = accounts.find(applicant.id());
        var complaint = wrong.contains("account") ? Text.of("benefit.wrong.account") : null;
        fields.add(Field.of("holder", Field.Kind.TEXT, "benefit.holder")
                .value(typed.getOrDefault("holder", known.map(a -> a.holder()).orElse("")))
                .needed());
        fields.add(Field.of("number", Field.Kind.TEXT, "benefit.account")
                .value(typed.getOrDefault("number", known.map(a -> a.number()).orElse("")))
                .hint(Text.of("benefit.account.hint"))
                .needed()
                .error(complaint));
        return fields;
    }

    private Field asked(Question question, PersonState applicant, Map<String, String> typed) {
        var name = FACT + question.fact();
        var choices = question.type().kind() == ValueType.Kind.AREA
                ? places(applicant)
                : List.of(new Field.Choice("true", Text.of("web.yes")), new Field.Choice("false", Text.of("web.no")));
        var chosen = typed.getOrDefault(
                name, choices.isEmpty() ? "" : choices.getFirst().value());
        return Field.choice(name, "benefit." + question.fact(), choices)
                .value(chosen)
                .needed();
    }

    /** A newborn is registered with one of its parents; the applicant's own place comes first. */
    private List<Field.Choice> places(PersonState applicant) {
        var now = AsOf.now(clock);
        var parents = new ArrayList<UUID>(List.of(applicant.id()));
        applicant.spouse().ifPresent(parents::add);
        return register.listStates(parents, now).stream()
                .sorted(Comparator.comparingInt(state -> parents.indexOf(state.id())))
                .flatMap(state -> state.placeOn(EventKind.REGISTERED_RESIDENCE, now.on()).stream())
                .distinct()
                .map(area -> new Field.Choice(Long.toString(area.value()), area))
                .toList();
    }

    /** The facts among what was typed. */
    static Map<String, String> stated(Map<String, String> typed) {
        var facts = new TreeMap<String, String>();
        typed.forEach((name, value) -> {
            var fact = name.startsWith(FACT) ? name.substring(FACT.length()) : "";
            if (ChildFacts.mayBeStated(fact, value)) {
                facts.put(fact, value);
            }
        });
        return facts;
    }
}

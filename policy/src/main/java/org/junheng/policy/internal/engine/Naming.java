package org.junheng.policy.internal.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Explanation.FactUse;
import org.junheng.policy.Explanation.FactUse.State;
import org.junheng.policy.Explanation.ParameterUse;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Facts;
import org.junheng.policy.Parameter;
import org.junheng.policy.Provenance;
import org.junheng.policy.Relation;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.engine.Reasons.Used;

/** Puts names, labels and sources to the numbers of a {@link Frame}. */
final class Naming {

    private static final Text NOT_KNOWN = new Text("未知", "unknown");
    private static final Text THERE_IS_NONE = new Text("无", "none");

    private Naming() {}

    static FactUse use(Facts facts, Frame frame, Used used) {
        FactDefinition fact = definition(facts, used);
        long number = number(frame, used);
        Provenance source = source(facts, used);
        return new FactUse(
                fact.name(),
                fact.label(),
                show(fact.type(), number),
                state(number),
                fact.sensitivity().equals("sensitive"),
                source == null ? null : source.source(),
                source == null ? null : source.on());
    }

    private static State state(long number) {
        if (number == Frame.UNKNOWN) {
            return State.UNKNOWN;
        }
        return number == Frame.NONE ? State.NONE : State.KNOWN;
    }

    static boolean isUnknown(Frame frame, Used used) {
        return number(frame, used) == Frame.UNKNOWN;
    }

    static ParameterUse use(Parameter parameter, Parameter.Value value) {
        AreaCode area = value.area();
        return new ParameterUse(
                parameter.name(),
                parameter.label(),
                parameter.type().show(value.number()),
                area == null ? "" : area.shortText(),
                value.id(),
                value.citation().label(),
                value.sample());
    }

    static Text show(ValueType type, long number) {
        if (number == Frame.UNKNOWN) {
            return NOT_KNOWN;
        }
        return number == Frame.NONE ? THERE_IS_NONE : type.show(number);
    }

    /** The ids of the parameter values used. */
    static List<String> ids(Parameter.@Nullable Value[] inForce, Reasons reasons) {
        int[] indexes = reasons.parameters();
        String[] ids = new String[indexes.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Objects.requireNonNull(inForce[indexes[i]]).id();
        }
        return List.of(ids);
    }

    /** The fact used; of a member, under the name {@code person.children[2].born}; a whole relation as a number. */
    static FactDefinition definition(Facts facts, Used used) {
        if (used.relation() < 0) {
            return facts.unit().facts().get(used.slot());
        }
        Relation relation = facts.unit().relations().get(used.relation());
        if (used.slot() < 0) {
            return new FactDefinition(relation.name(), relation.label(), ValueType.INT, false, "", "");
        }
        return Questions.definition(
                relation, used.member() + 1, relation.facts().get(used.slot()));
    }

    private static long number(Frame frame, Used used) {
        if (used.relation() < 0) {
            return frame.facts[used.slot()];
        }
        long[][] members = frame.relations[used.relation()];
        return members == null ? Frame.UNKNOWN : members[used.member()][used.slot()];
    }

    private static @Nullable Provenance source(Facts facts, Used used) {
        if (used.relation() < 0) {
            return facts.source(used.slot());
        }
        return used.slot() < 0 ? null : facts.source(used.relation(), used.member(), used.slot());
    }

    /** A day as people read it. */
    static Text day(LocalDate date) {
        return ValueType.DATE.show(ValueType.pack(date));
    }
}

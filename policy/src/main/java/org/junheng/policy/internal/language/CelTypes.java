package org.junheng.policy.internal.language;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Relation;
import org.junheng.policy.ValueType;

/** Our types and functions in the terms of {@code dev.cel}. Dates, money and areas are opaque to it. */
final class CelTypes {

    private CelTypes() {}

    static CelType of(ValueType type) {
        return switch (type.kind()) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case CODE -> SimpleType.STRING;
            case MONEY, DATE, AREA -> OpaqueType.create(type.kind().word());
        };
    }

    /** The records of a scope as struct types. */
    static CelTypeProvider records(Scope scope) {
        Map<String, CelType> all = new LinkedHashMap<>();
        scope.records().forEach((name, fields) -> all.put(name, struct(name, fields)));
        for (Relation relation : scope.unit().relations()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            relation.facts().forEach(fact -> fields.put(fact.name(), fact));
            all.put(relation.element(), struct(relation.element(), fields));
        }
        all.put(Scope.PERIOD, period());
        ImmutableMap<String, CelType> types = ImmutableMap.copyOf(all);
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return types.values();
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(types.get(name));
            }
        };
    }

    private static StructType period() {
        CelType date = of(ValueType.DATE);
        return StructType.create(Scope.PERIOD, ImmutableSet.of("start", "end"), field -> Optional.of(date));
    }

    private static StructType struct(String name, Map<String, Object> fields) {
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        fields.forEach((field, what) -> types.put(field, typeOfField(what)));
        ImmutableMap<String, CelType> byField = types.buildOrThrow();
        return StructType.create(name, byField.keySet(), field -> Optional.ofNullable(byField.get(field)));
    }

    private static CelType typeOfField(Object field) {
        return switch (field) {
            case FactDefinition fact -> of(fact.type());
            case Relation relation -> ListType.create(StructTypeReference.create(relation.element()));
            default -> throw new IllegalStateException("A record holds facts and relations, not " + field);
        };
    }

    /**
     * The functions this language adds to CEL, and the literals {@code date("…")}, {@code area("…")}, {@code yuan(…)}.
     */
    static List<CelFunctionDecl> functions() {
        Map<String, List<Signature>> byName = Signature.ADDED.stream()
                .collect(Collectors.groupingBy(Signature::name, LinkedHashMap::new, Collectors.toList()));
        ImmutableList.Builder<CelFunctionDecl> all = ImmutableList.builder();
        byName.forEach((name, overloads) -> all.add(CelFunctionDecl.newFunctionDeclaration(
                name, overloads.stream().map(CelTypes::overload).toList())));
        all.add(literal("date", ValueType.DATE, SimpleType.STRING));
        all.add(literal("area", ValueType.AREA, SimpleType.STRING));
        all.add(literal("yuan", ValueType.MONEY, SimpleType.INT));
        return all.build();
    }

    private static CelOverloadDecl overload(Signature signature) {
        CelType[] arguments = signature.arguments().stream().map(CelTypes::of).toArray(CelType[]::new);
        return CelOverloadDecl.newGlobalOverload(signature.overload(), of(signature.result()), arguments);
    }

    private static CelFunctionDecl literal(String name, ValueType result, CelType argument) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload("literal_" + name, of(result), argument));
    }
}

package org.junheng.policy.internal.language;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Optional;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.source.YamlNode;

/** The expressions of one scheme version: parsed and type-checked by {@code dev.cel}, then narrowed to {@link Expr}. */
public final class Language {

    /**
     * What of CEL's own functions an expression without fault can use; {@code dev.cel} sets its functions up anew for
     * every expression, and all of them would cost a third of the time that reading a folder takes.
     */
    private static final CelStandardDeclarations USED = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) ->
                    Signature.USED_OF_CEL.contains(overload.celOverloadDecl().overloadId()))
            .filterIdentifiers(identifier -> false)
            .build();

    private final Scope scope;
    private final CelCompiler compiler;

    /** The language with the names of a scope. */
    public Language(Scope scope) {
        this.scope = scope;
        this.compiler = builder(scope)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(USED)
                .build();
    }

    private static CelCompilerBuilder builder(Scope scope) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current().populateMacroCalls(true).build())
                .setStandardMacros(
                        CelStandardMacro.HAS, CelStandardMacro.EXISTS, CelStandardMacro.ALL, CelStandardMacro.FILTER)
                .setTypeProvider(CelTypes.records(scope))
                .addFunctionDeclarations(CelTypes.functions())
                .addVar(Scope.ON, CelTypes.of(ValueType.DATE))
                .addVar(Scope.REGION, CelTypes.of(ValueType.AREA))
                .addVar(Scope.PERIOD, StructTypeReference.create(Scope.PERIOD));
        scope.records().keySet().forEach(name -> builder.addVar(name, StructTypeReference.create(name)));
        scope.parameters().forEach(each -> builder.addVar(each.name(), CelTypes.of(each.type())));
        scope.values().forEach(each -> builder.addVar(each.name(), CelTypes.of(each.type())));
        return builder;
    }

    /**
     * Reads the expression in a node, which must be of the type.
     *
     * @param valuesKnown how many of the scope's values come before it and may be used
     * @return nothing if there were faults; they are with the node's other faults
     */
    public Optional<Expr> read(YamlNode node, ValueType expected, int valuesKnown) {
        CelValidationResult result = compiler.compile(node.text(), node.file());
        if (result.hasError()) {
            result = withAllOfCel().compile(node.text(), node.file()); // to say of a function that it is not for here
        }
        if (result.hasError()) {
            CelIssue first = result.getErrors().getFirst();
            CelSourceLocation at = first.getSourceLocation();
            report(node, at.getLine(), at.getColumn(), Advice.on(first, scope));
            return Optional.empty();
        }
        try {
            return narrow(node, result.getAst(), expected, valuesKnown);
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("dev.cel reports no error and yet gives no tree", impossible);
        }
    }

    /** The front end with everything CEL has, which knows all names of the scope. */
    CelCompiler withAllOfCel() {
        return builder(scope).build();
    }

    private Optional<Expr> narrow(YamlNode node, CelAbstractSyntaxTree tree, ValueType expected, int valuesKnown) {
        try {
            Expr expr = new Narrowing(scope, tree, valuesKnown).narrow(expected);
            return Optional.of(expr);
        } catch (Refused refused) {
            int offset = tree.getSource().getPositionsMap().getOrDefault(refused.expression(), 0);
            CelSourceLocation at = tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
            report(node, at.getLine(), at.getColumn(), new Advice(refused.what(), refused.advice()));
            return Optional.empty();
        }
    }

    private static void report(YamlNode node, int line, int column, Advice advice) {
        node.faults().add(node.placeInside(line, Math.max(0, column)), advice.what(), advice.advice());
    }
}

package io.github.ecsdiscovery.generator.template;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates the intrinsic functions of a template to text, as far as the template alone allows.
 *
 * <p>A value that only the deployed stack knows stays a placeholder: <code>${AWS::Region}</code>, <code>${Vpc}</code>,
 * <code>${Role.Arn}</code>. An import becomes <code>${shop-VpcId}</code>; the dash distinguishes it from a logical id.
 */
final class IntrinsicEvaluator {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Map<String, String> parameters;

    /**
     * Creates an evaluator.
     *
     * @param parameters the default values of the template's parameters, by name
     */
    IntrinsicEvaluator(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** Returns the text of a value; empty for a list, a map or a missing value. */
    String text(TemplateNode node) {
        if (node instanceof TemplateNode.Scalar scalar) {
            return scalar.text();
        }
        return node instanceof TemplateNode.FunctionCall call ? text(call) : "";
    }

    private String text(TemplateNode.FunctionCall call) {
        TemplateNode argument = call.argument();
        return switch (call.function()) {
            case "Ref", "Fn::ImportValue" -> parameterOrPlaceholder(text(argument));
            case "Fn::GetAtt" ->
                parameterOrPlaceholder(argument.items().stream().map(this::text).collect(Collectors.joining(".")));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> join(argument);
            default -> parameterOrPlaceholder(call.function() + " " + text(argument));
        };
    }

    private String join(TemplateNode argument) {
        if (argument.items().size() != 2) {
            return parameterOrPlaceholder("Fn::Join");
        }
        return argument.items().get(1).items().stream()
                .map(this::text)
                .collect(Collectors.joining(text(argument.items().get(0))));
    }

    private String substitute(TemplateNode argument) {
        boolean hasVariables = argument instanceof TemplateNode.Sequence sequence
                && sequence.items().size() == 2;
        Map<String, String> variables = new LinkedHashMap<>();
        if (hasVariables) {
            argument.items().get(1).entries().forEach((name, value) -> variables.put(name, text(value)));
        }
        Matcher placeholder =
                PLACEHOLDER.matcher(text(hasVariables ? argument.items().get(0) : argument));
        StringBuilder result = new StringBuilder();
        while (placeholder.find()) {
            String name = placeholder.group(2);
            boolean isLiteral = !placeholder.group(1).isEmpty();
            String replacement =
                    isLiteral ? "${" + name + "}" : variables.getOrDefault(name, parameterOrPlaceholder(name));
            placeholder.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return placeholder.appendTail(result).toString();
    }

    private String parameterOrPlaceholder(String name) {
        String value = parameters.get(name);
        return value == null ? "${" + name + "}" : value;
    }

    /** Returns the names of all resources and parameters that a value refers to. */
    static Set<String> references(TemplateNode node) {
        Set<String> names = new HashSet<>();
        collect(node, names);
        return names;
    }

    private static void collect(TemplateNode node, Set<String> names) {
        if (node instanceof TemplateNode.FunctionCall call) {
            collect(call, names);
        }
        node.entries().values().forEach(value -> collect(value, names));
        if (node instanceof TemplateNode.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, names));
        }
    }

    private static void collect(TemplateNode.FunctionCall call, Set<String> names) {
        IntrinsicEvaluator evaluator = new IntrinsicEvaluator(Map.of());
        TemplateNode first = call.argument().items().stream().findFirst().orElse(call.argument());
        switch (call.function()) {
            case "Ref" -> names.add(evaluator.text(call.argument()));
            case "Fn::GetAtt" -> names.add(evaluator.text(first).split("\\.", 2)[0]);
            case "Fn::Sub" -> {
                Matcher placeholder = PLACEHOLDER.matcher(evaluator.text(first));
                Set<String> variables = call.argument().items().size() == 2
                        ? call.argument().items().get(1).entries().keySet()
                        : Set.of();
                while (placeholder.find()) {
                    if (placeholder.group(1).isEmpty() && !variables.contains(placeholder.group(2))) {
                        names.add(placeholder.group(2).split("\\.", 2)[0]);
                    }
                }
                collect(call.argument(), names);
            }
            default -> collect(call.argument(), names);
        }
    }
}

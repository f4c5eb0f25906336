package io.github.ecsdiscovery.generator.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links the templates of several stacks into one.
 *
 * <ul>
 *   <li>{@code Fn::ImportValue} becomes the value that another stack exports under that name.
 *   <li>Each logical id starts with the name of its stack, as in {@code shop/Vpc}.
 *   <li>A resource that imports from a stack depends on all resources of that stack, because CloudFormation exports a value
 *       only after the exporting stack is complete.
 * </ul>
 */
final class StackLinker {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9:]+)((?:\\.[A-Za-z0-9.]+)?)}");
    private static final IntrinsicEvaluator EVALUATOR = new IntrinsicEvaluator(Map.of());

    private final Map<String, TemplateNode> templates;
    private final Map<String, Export> exports = new HashMap<>();

    private record Export(String stack, TemplateNode value) {}

    private StackLinker(Map<String, TemplateNode> templates) {
        this.templates = templates;
        templates.forEach((stack, root) -> root.at("Outputs").entries().values().forEach(output -> {
            String name = EVALUATOR.text(rewrite(output.at("Export", "Name"), stack));
            if (!name.isEmpty()) {
                exports.put(name, new Export(stack, output.at("Value")));
            }
        }));
    }

    /**
     * Returns one template made of several.
     *
     * @param templates the roots of the templates, by the name of the stack
     */
    static TemplateNode link(Map<String, TemplateNode> templates) {
        StackLinker linker = new StackLinker(templates);
        Map<String, TemplateNode> sections = new LinkedHashMap<>();
        for (String section : List.of("Parameters", "Resources")) {
            sections.put(section, linker.section(section));
        }
        sections.put("Outputs", linker.outputs());
        return new TemplateNode.Mapping(sections, 1);
    }

    private TemplateNode section(String name) {
        Map<String, TemplateNode> entries = new LinkedHashMap<>();
        templates.forEach((stack, root) -> root.at(name)
                .entries()
                .forEach((id, node) -> entries.putIfAbsent(
                        stack + "/" + id, name.equals("Resources") ? resource(node, stack) : rewrite(node, stack))));
        return new TemplateNode.Mapping(entries, 1);
    }

    /** Returns the outputs of all stacks under their own names. Where two stacks use one name, the first stack wins. */
    private TemplateNode outputs() {
        Map<String, TemplateNode> entries = new LinkedHashMap<>();
        templates.forEach((stack, root) ->
                root.at("Outputs").entries().forEach((id, node) -> entries.putIfAbsent(id, rewrite(node, stack))));
        return new TemplateNode.Mapping(entries, 1);
    }

    private TemplateNode resource(TemplateNode node, String stack) {
        if (!(rewrite(node, stack) instanceof TemplateNode.Mapping mapping)) {
            return node;
        }
        List<TemplateNode> dependencies = new ArrayList<>();
        for (TemplateNode id : node.at("DependsOn").items()) {
            dependencies.add(new TemplateNode.Scalar(qualified(EVALUATOR.text(id), stack), id.line()));
        }
        for (String exporter : exporters(node, stack)) {
            for (String id : root(exporter).at("Resources").entries().keySet()) {
                dependencies.add(new TemplateNode.Scalar(qualified(id, exporter), node.line()));
            }
        }
        Map<String, TemplateNode> entries = new LinkedHashMap<>(mapping.entries());
        entries.put("DependsOn", new TemplateNode.Sequence(dependencies, node.line()));
        return new TemplateNode.Mapping(entries, mapping.line());
    }

    /** Returns the stacks that a value imports from. */
    private Set<String> exporters(TemplateNode node, String stack) {
        Set<String> stacks = new TreeSet<>();
        if (node instanceof TemplateNode.FunctionCall call) {
            Export export = call.function().equals("Fn::ImportValue")
                    ? exports.get(EVALUATOR.text(rewrite(call.argument(), stack)))
                    : null;
            if (export != null) {
                stacks.add(export.stack());
            }
            stacks.addAll(exporters(call.argument(), stack));
        }
        node.entries().values().forEach(value -> stacks.addAll(exporters(value, stack)));
        if (node instanceof TemplateNode.Sequence sequence) {
            sequence.items().forEach(item -> stacks.addAll(exporters(item, stack)));
        }
        return stacks;
    }

    /** Returns a value with qualified ids, and with exported values in place of imports. */
    private TemplateNode rewrite(TemplateNode node, String stack) {
        if (node instanceof TemplateNode.FunctionCall call) {
            return rewrite(call, stack);
        }
        if (node instanceof TemplateNode.Mapping mapping) {
            Map<String, TemplateNode> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, rewrite(value, stack)));
            return new TemplateNode.Mapping(entries, mapping.line());
        }
        return node instanceof TemplateNode.Sequence sequence
                ? new TemplateNode.Sequence(
                        sequence.items().stream()
                                .map(item -> rewrite(item, stack))
                                .toList(),
                        sequence.line())
                : node;
    }

    private TemplateNode rewrite(TemplateNode.FunctionCall call, String stack) {
        TemplateNode argument = call.argument();
        return switch (call.function()) {
            case "Ref" -> ref(call, stack);
            case "Fn::GetAtt" -> new TemplateNode.FunctionCall(call.function(), getAtt(argument, stack), call.line());
            case "Fn::Sub" -> new TemplateNode.FunctionCall(call.function(), sub(argument, stack), call.line());
            case "Fn::ImportValue" -> importValue(call, stack);
            default -> new TemplateNode.FunctionCall(call.function(), rewrite(argument, stack), call.line());
        };
    }

    private TemplateNode ref(TemplateNode.FunctionCall call, String stack) {
        String id = EVALUATOR.text(call.argument());
        return id.equals("AWS::StackName")
                ? new TemplateNode.Scalar(stack, call.line())
                : new TemplateNode.FunctionCall(
                        "Ref", new TemplateNode.Scalar(qualified(id, stack), call.line()), call.line());
    }

    /** Rewrites the argument of {@code Fn::GetAtt}: {@code [Vpc, Arn]} or {@code Vpc.Arn}. */
    private TemplateNode getAtt(TemplateNode argument, String stack) {
        if (!(argument instanceof TemplateNode.Sequence sequence)
                || sequence.items().isEmpty()) {
            String[] parts = EVALUATOR.text(argument).split("\\.", 2);
            List<TemplateNode> texts = List.of(parts).stream()
                    .<TemplateNode>map(part -> new TemplateNode.Scalar(part, argument.line()))
                    .toList();
            return getAtt(new TemplateNode.Sequence(texts, argument.line()), stack);
        }
        String id = EVALUATOR.text(sequence.items().get(0));
        List<TemplateNode> items = new ArrayList<>(sequence.items());
        items.set(0, new TemplateNode.Scalar(qualified(id, stack), argument.line()));
        return new TemplateNode.Sequence(items, argument.line());
    }

    private TemplateNode sub(TemplateNode argument, String stack) {
        if (argument instanceof TemplateNode.Sequence sequence
                && sequence.items().size() == 2) {
            TemplateNode variables = rewrite(sequence.items().get(1), stack);
            TemplateNode text = subText(sequence.items().get(0), variables.entries(), stack);
            return new TemplateNode.Sequence(List.of(text, variables), argument.line());
        }
        return subText(argument, Map.of(), stack);
    }

    private TemplateNode subText(TemplateNode text, Map<String, TemplateNode> variables, String stack) {
        String rewritten = PLACEHOLDER.matcher(EVALUATOR.text(text)).replaceAll((MatchResult placeholder) -> {
            String name = placeholder.group(1);
            String replacement = name.equals("AWS::StackName")
                    ? stack
                    : "${" + (variables.containsKey(name) ? name : qualified(name, stack)) + placeholder.group(2) + "}";
            return Matcher.quoteReplacement(replacement);
        });
        return new TemplateNode.Scalar(rewritten, text.line());
    }

    private TemplateNode importValue(TemplateNode.FunctionCall call, String stack) {
        TemplateNode name = rewrite(call.argument(), stack);
        Export export = exports.get(EVALUATOR.text(name));
        return export == null
                ? new TemplateNode.FunctionCall(call.function(), name, call.line())
                : rewrite(export.value(), export.stack());
    }

    /** Returns the id with the name of its stack in front, if that stack declares the id; otherwise the id unchanged. */
    private String qualified(String id, String stack) {
        TemplateNode root = root(stack);
        boolean isDeclared = root.at("Resources", id).isPresent()
                || root.at("Parameters", id).isPresent();
        return isDeclared ? stack + "/" + id : id;
    }

    private TemplateNode root(String stack) {
        return templates.getOrDefault(stack, new TemplateNode.Missing(1));
    }
}

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
 * Several stacks as one template: what one imports is what another exports, and ids have the stack's name before them, as in
 * {@code shop/Vpc}.
 */
final class StackLinker {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z0-9:]+)((?:\\.[A-Za-z0-9.]+)?)}");
    private static final IntrinsicEvaluator WORDS = new IntrinsicEvaluator(Map.of());

    private final Map<String, TemplateNode> templates;
    private final Map<String, Exported> exports = new HashMap<>();

    private record Exported(String stack, TemplateNode value) {}

    private StackLinker(Map<String, TemplateNode> templates) {
        this.templates = templates;
        templates.forEach((stack, root) -> root.at("Outputs").fields().values().forEach(output -> {
            String name = WORDS.of(rewritten(output.at("Export", "Name"), stack));
            if (!name.isEmpty()) {
                exports.put(name, new Exported(stack, output.at("Value")));
            }
        }));
    }

    /** One template of several, by the names of their stacks. */
    static TemplateNode joined(Map<String, TemplateNode> templates) {
        StackLinker stacks = new StackLinker(templates);
        Map<String, TemplateNode> sections = new LinkedHashMap<>();
        for (String section : List.of("Parameters", "Resources")) {
            sections.put(section, stacks.section(section, true));
        }
        sections.put("Outputs", stacks.section("Outputs", false));
        return new TemplateNode.Fields(sections, 1);
    }

    private TemplateNode section(String name, boolean prefixed) {
        Map<String, TemplateNode> all = new LinkedHashMap<>();
        templates.forEach((stack, root) -> root.at(name).fields().forEach((id, tree) -> {
            String key = prefixed ? stack + "/" + id : id;
            all.putIfAbsent(key, name.equals("Resources") ? resource(tree, stack) : rewritten(tree, stack));
        }));
        return new TemplateNode.Fields(all, 1);
    }

    /** What it depends on is named without a function; a stack that is imported from is there before, all of it. */
    private TemplateNode resource(TemplateNode tree, String stack) {
        if (!(rewritten(tree, stack) instanceof TemplateNode.Fields fields)) {
            return tree;
        }
        List<TemplateNode> before = new ArrayList<>();
        for (TemplateNode id : tree.at("DependsOn").items()) {
            before.add(new TemplateNode.Text(named(WORDS.of(id), stack), id.line()));
        }
        for (String other : importedFrom(tree, stack)) {
            for (String id : root(other).at("Resources").fields().keySet()) {
                before.add(new TemplateNode.Text(named(id, other), tree.line()));
            }
        }
        Map<String, TemplateNode> entries = new LinkedHashMap<>(fields.entries());
        entries.put("DependsOn", new TemplateNode.Items(before, tree.line()));
        return new TemplateNode.Fields(entries, fields.line());
    }

    private Set<String> importedFrom(TemplateNode tree, String stack) {
        Set<String> stacks = new TreeSet<>();
        if (tree instanceof TemplateNode.Call call) {
            Exported exported = call.function().equals("Fn::ImportValue")
                    ? exports.get(WORDS.of(rewritten(call.argument(), stack)))
                    : null;
            if (exported != null) {
                stacks.add(exported.stack());
            }
            stacks.addAll(importedFrom(call.argument(), stack));
        }
        tree.fields().values().forEach(value -> stacks.addAll(importedFrom(value, stack)));
        if (tree instanceof TemplateNode.Items items) {
            items.all().forEach(item -> stacks.addAll(importedFrom(item, stack)));
        }
        return stacks;
    }

    private TemplateNode rewritten(TemplateNode tree, String stack) {
        if (tree instanceof TemplateNode.Call call) {
            return rewritten(call, stack);
        }
        if (tree instanceof TemplateNode.Fields fields) {
            Map<String, TemplateNode> entries = new LinkedHashMap<>();
            fields.entries().forEach((key, value) -> entries.put(key, rewritten(value, stack)));
            return new TemplateNode.Fields(entries, fields.line());
        }
        return tree instanceof TemplateNode.Items items
                ? new TemplateNode.Items(
                        items.all().stream().map(item -> rewritten(item, stack)).toList(), items.line())
                : tree;
    }

    private TemplateNode rewritten(TemplateNode.Call call, String stack) {
        TemplateNode argument = call.argument();
        return switch (call.function()) {
            case "Ref" -> reference(call, stack);
            case "Fn::GetAtt" -> new TemplateNode.Call(call.function(), attribute(argument, stack), call.line());
            case "Fn::Sub" -> new TemplateNode.Call(call.function(), substituted(argument, stack), call.line());
            case "Fn::ImportValue" -> imported(call, stack);
            default -> new TemplateNode.Call(call.function(), rewritten(argument, stack), call.line());
        };
    }

    private TemplateNode reference(TemplateNode.Call call, String stack) {
        String id = WORDS.of(call.argument());
        return id.equals("AWS::StackName")
                ? new TemplateNode.Text(stack, call.line())
                : new TemplateNode.Call("Ref", new TemplateNode.Text(named(id, stack), call.line()), call.line());
    }

    /** {@code [Vpc, Arn]} or {@code Vpc.Arn}. */
    private TemplateNode attribute(TemplateNode argument, String stack) {
        if (!(argument instanceof TemplateNode.Items items) || items.all().isEmpty()) {
            String[] parts = WORDS.of(argument).split("\\.", 2);
            List<TemplateNode> texts = List.of(parts).stream()
                    .<TemplateNode>map(part -> new TemplateNode.Text(part, argument.line()))
                    .toList();
            return attribute(new TemplateNode.Items(texts, argument.line()), stack);
        }
        TemplateNode first = new TemplateNode.Text(named(WORDS.of(items.all().get(0)), stack), argument.line());
        List<TemplateNode> all = new ArrayList<>(items.all());
        all.set(0, first);
        return new TemplateNode.Items(all, argument.line());
    }

    private TemplateNode substituted(TemplateNode argument, String stack) {
        if (argument instanceof TemplateNode.Items items && items.all().size() == 2) {
            TemplateNode own = rewritten(items.all().get(1), stack);
            return new TemplateNode.Items(
                    List.of(filled(items.all().get(0), own.fields(), stack), own), argument.line());
        }
        return filled(argument, Map.of(), stack);
    }

    private TemplateNode filled(TemplateNode text, Map<String, TemplateNode> own, String stack) {
        String filled = HOLE.matcher(WORDS.of(text)).replaceAll((MatchResult hole) -> {
            String name = hole.group(1);
            String put = name.equals("AWS::StackName")
                    ? stack
                    : "${" + (own.containsKey(name) ? name : named(name, stack)) + hole.group(2) + "}";
            return Matcher.quoteReplacement(put);
        });
        return new TemplateNode.Text(filled, text.line());
    }

    private TemplateNode imported(TemplateNode.Call call, String stack) {
        TemplateNode name = rewritten(call.argument(), stack);
        Exported exported = exports.get(WORDS.of(name));
        return exported == null
                ? new TemplateNode.Call(call.function(), name, call.line())
                : rewritten(exported.value(), exported.stack());
    }

    /** The id with its stack's name, if it is one of that stack's. */
    private String named(String id, String stack) {
        TemplateNode root = templates.getOrDefault(stack, new TemplateNode.None(1));
        boolean known =
                root.at("Resources", id).isThere() || root.at("Parameters", id).isThere();
        return known ? stack + "/" + id : id;
    }

    private TemplateNode root(String stack) {
        return templates.getOrDefault(stack, new TemplateNode.None(1));
    }
}

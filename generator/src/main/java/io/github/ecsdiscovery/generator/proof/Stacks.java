package io.github.ecsdiscovery.generator.proof;

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
final class Stacks {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z0-9:]+)((?:\\.[A-Za-z0-9.]+)?)}");
    private static final Words WORDS = new Words(Map.of());

    private final Map<String, Tree> templates;
    private final Map<String, Exported> exports = new HashMap<>();

    private record Exported(String stack, Tree value) {}

    private Stacks(Map<String, Tree> templates) {
        this.templates = templates;
        templates.forEach((stack, root) -> root.at("Outputs").fields().values().forEach(output -> {
            String name = WORDS.of(rewritten(output.at("Export", "Name"), stack));
            if (!name.isEmpty()) {
                exports.put(name, new Exported(stack, output.at("Value")));
            }
        }));
    }

    /** One template of several, by the names of their stacks. */
    static Tree joined(Map<String, Tree> templates) {
        Stacks stacks = new Stacks(templates);
        Map<String, Tree> sections = new LinkedHashMap<>();
        for (String section : List.of("Parameters", "Resources")) {
            sections.put(section, stacks.section(section, true));
        }
        sections.put("Outputs", stacks.section("Outputs", false));
        return new Tree.Fields(sections, 1);
    }

    private Tree section(String name, boolean prefixed) {
        Map<String, Tree> all = new LinkedHashMap<>();
        templates.forEach((stack, root) -> root.at(name).fields().forEach((id, tree) -> {
            String key = prefixed ? stack + "/" + id : id;
            all.putIfAbsent(key, name.equals("Resources") ? resource(tree, stack) : rewritten(tree, stack));
        }));
        return new Tree.Fields(all, 1);
    }

    /** What it depends on is named without a function; a stack that is imported from is there before, all of it. */
    private Tree resource(Tree tree, String stack) {
        if (!(rewritten(tree, stack) instanceof Tree.Fields fields)) {
            return tree;
        }
        List<Tree> before = new ArrayList<>();
        for (Tree id : tree.at("DependsOn").items()) {
            before.add(new Tree.Text(named(WORDS.of(id), stack), id.line()));
        }
        for (String other : importedFrom(tree, stack)) {
            for (String id : root(other).at("Resources").fields().keySet()) {
                before.add(new Tree.Text(named(id, other), tree.line()));
            }
        }
        Map<String, Tree> entries = new LinkedHashMap<>(fields.entries());
        entries.put("DependsOn", new Tree.Items(before, tree.line()));
        return new Tree.Fields(entries, fields.line());
    }

    private Set<String> importedFrom(Tree tree, String stack) {
        Set<String> stacks = new TreeSet<>();
        if (tree instanceof Tree.Call call) {
            Exported exported = call.function().equals("Fn::ImportValue")
                    ? exports.get(WORDS.of(rewritten(call.argument(), stack)))
                    : null;
            if (exported != null) {
                stacks.add(exported.stack());
            }
            stacks.addAll(importedFrom(call.argument(), stack));
        }
        tree.fields().values().forEach(value -> stacks.addAll(importedFrom(value, stack)));
        if (tree instanceof Tree.Items items) {
            items.all().forEach(item -> stacks.addAll(importedFrom(item, stack)));
        }
        return stacks;
    }

    private Tree rewritten(Tree tree, String stack) {
        if (tree instanceof Tree.Call call) {
            return rewritten(call, stack);
        }
        if (tree instanceof Tree.Fields fields) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            fields.entries().forEach((key, value) -> entries.put(key, rewritten(value, stack)));
            return new Tree.Fields(entries, fields.line());
        }
        return tree instanceof Tree.Items items
                ? new Tree.Items(
                        items.all().stream().map(item -> rewritten(item, stack)).toList(), items.line())
                : tree;
    }

    private Tree rewritten(Tree.Call call, String stack) {
        Tree argument = call.argument();
        return switch (call.function()) {
            case "Ref" -> reference(call, stack);
            case "Fn::GetAtt" -> new Tree.Call(call.function(), attribute(argument, stack), call.line());
            case "Fn::Sub" -> new Tree.Call(call.function(), substituted(argument, stack), call.line());
            case "Fn::ImportValue" -> imported(call, stack);
            default -> new Tree.Call(call.function(), rewritten(argument, stack), call.line());
        };
    }

    private Tree reference(Tree.Call call, String stack) {
        String id = WORDS.of(call.argument());
        return id.equals("AWS::StackName")
                ? new Tree.Text(stack, call.line())
                : new Tree.Call("Ref", new Tree.Text(named(id, stack), call.line()), call.line());
    }

    /** {@code [Vpc, Arn]} or {@code Vpc.Arn}. */
    private Tree attribute(Tree argument, String stack) {
        if (!(argument instanceof Tree.Items items) || items.all().isEmpty()) {
            String[] parts = WORDS.of(argument).split("\\.", 2);
            List<Tree> texts = List.of(parts).stream()
                    .<Tree>map(part -> new Tree.Text(part, argument.line()))
                    .toList();
            return attribute(new Tree.Items(texts, argument.line()), stack);
        }
        Tree first = new Tree.Text(named(WORDS.of(items.all().get(0)), stack), argument.line());
        List<Tree> all = new ArrayList<>(items.all());
        all.set(0, first);
        return new Tree.Items(all, argument.line());
    }

    private Tree substituted(Tree argument, String stack) {
        if (argument instanceof Tree.Items items && items.all().size() == 2) {
            Tree own = rewritten(items.all().get(1), stack);
            return new Tree.Items(List.of(filled(items.all().get(0), own.fields(), stack), own), argument.line());
        }
        return filled(argument, Map.of(), stack);
    }

    private Tree filled(Tree text, Map<String, Tree> own, String stack) {
        String filled = HOLE.matcher(WORDS.of(text)).replaceAll((MatchResult hole) -> {
            String name = hole.group(1);
            String put = name.equals("AWS::StackName")
                    ? stack
                    : "${" + (own.containsKey(name) ? name : named(name, stack)) + hole.group(2) + "}";
            return Matcher.quoteReplacement(put);
        });
        return new Tree.Text(filled, text.line());
    }

    private Tree imported(Tree.Call call, String stack) {
        Tree name = rewritten(call.argument(), stack);
        Exported exported = exports.get(WORDS.of(name));
        return exported == null
                ? new Tree.Call(call.function(), name, call.line())
                : rewritten(exported.value(), exported.stack());
    }

    /** The id with its stack's name, if it is one of that stack's. */
    private String named(String id, String stack) {
        Tree root = templates.getOrDefault(stack, new Tree.None(1));
        boolean known =
                root.at("Resources", id).isThere() || root.at("Parameters", id).isThere();
        return known ? stack + "/" + id : id;
    }

    private Tree root(String stack) {
        return templates.getOrDefault(stack, new Tree.None(1));
    }
}

package io.github.ecsdiscovery.generator.template;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts that values of a template stand for. What is known only in a stack stays a hole:
 * <code>${AWS::Region}</code>, <code>${Vpc}</code>, <code>${Role.Arn}</code>, and for what another stack exports
 * <code>${shop-VpcId}</code>, which a dash tells from an id.
 */
public final class IntrinsicEvaluator {
    private static final Pattern HOLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Map<String, String> parameters;

    /**
     * Words of a template.
     *
     * @param parameters the defaults of the parameters that have one
     */
    IntrinsicEvaluator(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** The text of a value; empty where it is none. */
    public String of(TemplateNode tree) {
        if (tree instanceof TemplateNode.Text text) {
            return text.text();
        }
        return tree instanceof TemplateNode.Call call ? of(call) : "";
    }

    private String of(TemplateNode.Call call) {
        TemplateNode argument = call.argument();
        return switch (call.function()) {
            case "Ref" -> hole(of(argument));
            case "Fn::GetAtt" -> hole(argument.items().stream().map(this::of).collect(Collectors.joining(".")));
            case "Fn::Sub" -> sub(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::ImportValue" -> hole(of(argument));
            default -> hole(call.function() + " " + of(argument));
        };
    }

    private String join(TemplateNode argument) {
        if (argument.items().size() != 2) {
            return hole("Fn::Join");
        }
        return argument.items().get(1).items().stream()
                .map(this::of)
                .collect(Collectors.joining(of(argument.items().get(0))));
    }

    private String sub(TemplateNode argument) {
        boolean hasOwn =
                argument instanceof TemplateNode.Items items && items.all().size() == 2;
        Map<String, String> own = new LinkedHashMap<>();
        if (hasOwn) {
            argument.items().get(1).fields().forEach((name, value) -> own.put(name, of(value)));
        }
        Matcher hole = HOLE.matcher(of(hasOwn ? argument.items().get(0) : argument));
        StringBuilder text = new StringBuilder();
        while (hole.find()) {
            String name = hole.group(2);
            boolean literal = !hole.group(1).isEmpty();
            String put = literal ? "${" + name + "}" : own.getOrDefault(name, hole(name));
            hole.appendReplacement(text, Matcher.quoteReplacement(put));
        }
        return hole.appendTail(text).toString();
    }

    private String hole(String name) {
        String known = parameters.get(name);
        return known == null ? "${" + name + "}" : known;
    }

    /** The names that a value refers to, in whatever way. */
    static Set<String> references(TemplateNode tree) {
        Set<String> names = new HashSet<>();
        collect(tree, names);
        return names;
    }

    private static void collect(TemplateNode tree, Set<String> names) {
        if (tree instanceof TemplateNode.Call call) {
            collect(call, names);
        }
        tree.fields().values().forEach(value -> collect(value, names));
        if (tree instanceof TemplateNode.Items items) {
            items.all().forEach(item -> collect(item, names));
        }
    }

    private static void collect(TemplateNode.Call call, Set<String> names) {
        IntrinsicEvaluator words = new IntrinsicEvaluator(Map.of());
        TemplateNode first = call.argument().items().stream().findFirst().orElse(call.argument());
        switch (call.function()) {
            case "Ref" -> names.add(words.of(call.argument()));
            case "Fn::GetAtt" -> names.add(words.of(first).split("\\.", 2)[0]);
            case "Fn::Sub" -> {
                Matcher hole = HOLE.matcher(words.of(first));
                Set<String> own = call.argument().items().size() == 2
                        ? call.argument().items().get(1).fields().keySet()
                        : Set.of();
                while (hole.find()) {
                    if (hole.group(1).isEmpty() && !own.contains(hole.group(2))) {
                        names.add(hole.group(2).split("\\.", 2)[0]);
                    }
                }
                collect(call.argument(), names);
            }
            default -> collect(call.argument(), names);
        }
    }
}

package io.github.ecsdiscovery.generator.template;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CloudFormation template as it was rendered. */
public final class Template {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{((?:[A-Za-z0-9-]+/)?[A-Za-z0-9]+)(?:\\.([A-Za-z0-9.]+))?}");

    private final TemplateNode root;
    private final IntrinsicEvaluator words;
    private final Map<String, TemplateResource> resources = new LinkedHashMap<>();

    private Template(TemplateNode root) {
        this.root = root;
        Map<String, String> defaults = new HashMap<>();
        root.at("Parameters").fields().forEach((name, parameter) -> {
            if (parameter.at("Default") instanceof TemplateNode.Text text) {
                defaults.put(name, text.text());
            }
        });
        this.words = new IntrinsicEvaluator(defaults);
        root.at("Resources").fields().forEach((id, tree) -> resources.put(id, resource(id, tree)));
    }

    /**
     * Reads YAML or JSON.
     *
     * @throws UnreadableTemplate if it is neither
     */
    public static Template read(String text) {
        return new Template(TemplateReader.read(text));
    }

    /**
     * Reads the templates of several stacks as one, in which imports lead to exports.
     *
     * @param templates by the name of the stack
     * @throws UnreadableTemplate if one is neither YAML nor JSON
     */
    public static Template read(Map<String, String> templates) {
        Map<String, TemplateNode> trees = new LinkedHashMap<>();
        templates.forEach((stack, text) -> trees.put(stack, TemplateReader.read(text)));
        return new Template(StackLinker.joined(trees));
    }

    private TemplateResource resource(String id, TemplateNode tree) {
        Set<String> uses = new HashSet<>(IntrinsicEvaluator.references(tree.at("Properties")));
        tree.at("DependsOn").items().forEach(item -> uses.add(words.of(item)));
        return new TemplateResource(id, words.of(tree.at("Type")), tree.at("Properties"), uses, tree.line());
    }

    public TemplateNode root() {
        return root;
    }

    public IntrinsicEvaluator words() {
        return words;
    }

    public Collection<TemplateResource> all() {
        return resources.values();
    }

    public List<TemplateResource> all(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The resource of that id, if it is of that type. */
    public Optional<TemplateResource> find(String id, String type) {
        return Optional.ofNullable(resources.get(id))
                .filter(resource -> resource.type().equals(type));
    }

    /** What a value stands for; what only a stack knows stays a hole. */
    public String text(TemplateNode tree) {
        return words.of(tree);
    }

    /**
     * What a value names: the logical id of a resource of this template, or the id of something that is there already.
     *
     * @param accepted what names the resource rightly: attributes of {@code Fn::GetAtt}, and {@code Ref}; anything else
     *     keeps its hole, so that it names nothing
     */
    public String id(TemplateNode tree, String... accepted) {
        String text = words.of(tree);
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return text;
        }
        String attribute = reference.group(2) == null ? "Ref" : reference.group(2);
        boolean isNamed =
                resources.containsKey(reference.group(1)) && List.of(accepted).contains(attribute);
        return isNamed ? reference.group(1) : text;
    }

    /** Whether it is a resource or a parameter of this template. */
    public boolean knows(String id) {
        return resources.containsKey(id) || root.at("Parameters", id).isThere();
    }

    public List<String> texts(TemplateNode list) {
        return list.items().stream().map(this::text).toList();
    }

    public List<String> ids(TemplateNode list, String... accepted) {
        return list.items().stream().map(item -> id(item, accepted)).toList();
    }

    /** All that is there before a resource is made. */
    public Set<String> before(String id) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            TemplateResource resource = resources.get(open.pop());
            if (resource != null) {
                resource.uses().stream().filter(seen::add).forEach(open::push);
            }
        }
        return seen;
    }
}

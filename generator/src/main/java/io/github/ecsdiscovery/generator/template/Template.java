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

/** A CloudFormation template, with its values evaluated as far as the template alone allows. */
public final class Template {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{((?:[A-Za-z0-9-]+/)?[A-Za-z0-9]+)(?:\\.([A-Za-z0-9.]+))?}");

    private final TemplateNode root;
    private final IntrinsicEvaluator evaluator;
    private final Map<String, TemplateResource> resources = new LinkedHashMap<>();

    private Template(TemplateNode root) {
        this.root = root;
        Map<String, String> defaults = new HashMap<>();
        section("Parameters").entries().forEach((name, parameter) -> {
            if (parameter.at("Default") instanceof TemplateNode.Scalar scalar) {
                defaults.put(name, scalar.text());
            }
        });
        this.evaluator = new IntrinsicEvaluator(defaults);
        section("Resources").entries().forEach((id, node) -> resources.put(id, resourceOf(id, node)));
    }

    /**
     * Reads a template.
     *
     * @param text YAML or JSON
     * @throws UnreadableTemplate if the text is neither
     */
    public static Template read(String text) {
        return new Template(TemplateReader.read(text));
    }

    /**
     * Reads the templates of several stacks and links them into one, so that imports lead to the exported values. Logical
     * ids then start with the name of the stack, as in {@code shop/Vpc}.
     *
     * @param templates YAML or JSON, by the name of the stack
     * @throws UnreadableTemplate if a text is neither
     */
    public static Template readLinked(Map<String, String> templates) {
        Map<String, TemplateNode> roots = new LinkedHashMap<>();
        templates.forEach((stack, text) -> roots.put(stack, TemplateReader.read(text)));
        return new Template(StackLinker.link(roots));
    }

    private TemplateResource resourceOf(String id, TemplateNode node) {
        Set<String> dependencies = new HashSet<>(IntrinsicEvaluator.references(node.at("Properties")));
        node.at("DependsOn").items().forEach(item -> dependencies.add(text(item)));
        return new TemplateResource(id, text(node.at("Type")), node.at("Properties"), dependencies, node.line());
    }

    /** Returns a top-level section: {@code Parameters}, {@code Conditions}, {@code Outputs}. */
    public TemplateNode section(String name) {
        return root.at(name);
    }

    /** Returns the value of an output, or {@link TemplateNode.Missing}. */
    public TemplateNode output(String name) {
        return root.at("Outputs", name, "Value");
    }

    /** Returns all resources, in the order of the template. */
    public Collection<TemplateResource> resources() {
        return resources.values();
    }

    /** Returns the resources of a type, in the order of the template. */
    public List<TemplateResource> resources(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** Returns the resource with a logical id, if the template has it and it is of the given type. */
    public Optional<TemplateResource> resource(String id, String type) {
        return Optional.ofNullable(resources.get(id))
                .filter(resource -> resource.type().equals(type));
    }

    /** Returns whether the template has a resource or a parameter of this name. */
    public boolean declares(String name) {
        return resources.containsKey(name) || root.at("Parameters", name).isPresent();
    }

    /**
     * Returns the text of a value, with its intrinsic functions evaluated. A part that only the deployed stack knows stays a
     * placeholder such as <code>${AWS::Region}</code>.
     */
    public String text(TemplateNode node) {
        return evaluator.text(node);
    }

    /** Returns the texts of a list's items. */
    public List<String> texts(TemplateNode list) {
        return list.items().stream().map(this::text).toList();
    }

    /**
     * Returns the id that a value refers to: the logical id of a resource of this template, or the text of anything else,
     * such as {@code vpc-0a1b2c3d}.
     *
     * @param attributes the attributes that identify the resource here, where {@code Ref} stands for the function of that
     *     name; with any other attribute the value keeps its placeholder, so that it identifies no resource
     */
    public String id(TemplateNode node, String... attributes) {
        String text = text(node);
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return text;
        }
        String attribute = reference.group(2) == null ? "Ref" : reference.group(2);
        boolean isIdentified =
                resources.containsKey(reference.group(1)) && List.of(attributes).contains(attribute);
        return isIdentified ? reference.group(1) : text;
    }

    /** Returns the ids that a list's items refer to, each like {@link #id}. */
    public List<String> ids(TemplateNode list, String... attributes) {
        return list.items().stream().map(item -> id(item, attributes)).toList();
    }

    /** Returns the logical ids of all resources that exist before CloudFormation creates the given one. */
    public Set<String> createdBefore(String id) {
        Set<String> found = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>(List.of(id));
        while (!pending.isEmpty()) {
            TemplateResource resource = resources.get(pending.pop());
            if (resource != null) {
                resource.dependencies().stream().filter(found::add).forEach(pending::push);
            }
        }
        return found;
    }
}

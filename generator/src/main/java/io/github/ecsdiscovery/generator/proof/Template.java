package io.github.ecsdiscovery.generator.proof;

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
final class Template {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9]+)(?:\\.([A-Za-z0-9.]+))?}");

    private final Tree root;
    private final Words words;
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    private Template(Tree root) {
        this.root = root;
        Map<String, String> defaults = new HashMap<>();
        root.at("Parameters").fields().forEach((name, parameter) -> {
            if (parameter.at("Default") instanceof Tree.Text text) {
                defaults.put(name, text.text());
            }
        });
        this.words = new Words(defaults);
        root.at("Resources").fields().forEach((id, tree) -> resources.put(id, resource(id, tree)));
    }

    /**
     * Reads YAML or JSON.
     *
     * @throws UnreadableTemplate if it is neither
     */
    static Template read(String text) {
        return new Template(TreeReader.read(text));
    }

    private Resource resource(String id, Tree tree) {
        Set<String> uses = new HashSet<>(Words.references(tree.at("Properties")));
        tree.at("DependsOn").items().forEach(item -> uses.add(words.of(item)));
        return new Resource(id, words.of(tree.at("Type")), tree.at("Properties"), uses, tree.line());
    }

    Tree root() {
        return root;
    }

    Words words() {
        return words;
    }

    Collection<Resource> all() {
        return resources.values();
    }

    List<Resource> all(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The resource of that id, if it is of that type. */
    Optional<Resource> find(String id, String type) {
        return Optional.ofNullable(resources.get(id))
                .filter(resource -> resource.type().equals(type));
    }

    /** What a value stands for; what only a stack knows stays a hole. */
    String text(Tree tree) {
        return words.of(tree);
    }

    /**
     * What a value names: the logical id of a resource of this template, or the id of something that is there already.
     *
     * @param accepted what names the resource rightly: attributes of {@code Fn::GetAtt}, and {@code Ref}; anything else
     *     keeps its hole, so that it names nothing
     */
    String id(Tree tree, String... accepted) {
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
    boolean knows(String id) {
        return resources.containsKey(id) || root.at("Parameters", id).isThere();
    }

    List<String> texts(Tree list) {
        return list.items().stream().map(this::text).toList();
    }

    List<String> ids(Tree list, String... accepted) {
        return list.items().stream().map(item -> id(item, accepted)).toList();
    }

    /** All that is there before a resource is made. */
    Set<String> before(String id) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            Resource resource = resources.get(open.pop());
            if (resource != null) {
                resource.uses().stream().filter(seen::add).forEach(open::push);
            }
        }
        return seen;
    }
}

package io.github.ecsdiscovery.generator.seed;

import io.github.ecsdiscovery.generator.seed.Hcl.Attribute;
import io.github.ecsdiscovery.generator.seed.Hcl.Block;
import io.github.ecsdiscovery.generator.seed.Hcl.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of the Terraform language that the AWS walk-through uses: blocks, attributes, literals, lists, objects,
 * references and calls of functions with one argument. A call is replaced by its argument.
 */
final class HclReader {
    private final HclTokens tokens;

    private HclReader(HclTokens tokens) {
        this.tokens = tokens;
    }

    static List<Hcl> read(String text) {
        var tokens = new HclTokens(text);
        var file = new HclReader(tokens).body();
        if (!tokens.atEnd()) {
            throw new IllegalArgumentException("expected the end of the file, but found " + tokens.peek());
        }
        return file;
    }

    private List<Hcl> body() {
        var entries = new ArrayList<Hcl>();
        while (!tokens.atEnd() && !tokens.peek().equals("}")) {
            var name = tokens.take();
            entries.add(tokens.takeIf("=") ? new Attribute(name, value()) : block(name));
        }
        return List.copyOf(entries);
    }

    private Block block(String type) {
        var labels = new ArrayList<String>();
        while (tokens.peek().startsWith("\"")) {
            labels.add(unquote(tokens.take()));
        }
        tokens.expect("{");
        var body = body();
        tokens.expect("}");
        return new Block(type, List.copyOf(labels), body);
    }

    private Object value() {
        var token = tokens.take();
        if (token.equals("[")) {
            return list();
        } else if (token.equals("{")) {
            return object();
        } else if (token.startsWith("\"")) {
            return unquote(token);
        } else if (Character.isDigit(token.charAt(0))) {
            return Long.valueOf(token);
        } else if (token.equals("true") || token.equals("false")) {
            return Boolean.valueOf(token);
        } else if (tokens.takeIf("(")) {
            var argument = value();
            tokens.expect(")");
            return argument;
        }
        return reference(token);
    }

    private List<Object> list() {
        var elements = new ArrayList<>();
        while (!tokens.takeIf("]")) {
            elements.add(value());
            tokens.takeIf(",");
        }
        return List.copyOf(elements);
    }

    private Map<String, Object> object() {
        var entries = new LinkedHashMap<String, Object>();
        while (!tokens.takeIf("}")) {
            var key = tokens.take();
            if (!tokens.takeIf(":")) {
                tokens.expect("=");
            }
            entries.put(key, value());
            tokens.takeIf(",");
        }
        return entries;
    }

    private Reference reference(String first) {
        var target = new StringBuilder(first);
        while (tokens.peek().equals(".") || tokens.peek().equals("[")) {
            var sign = tokens.take();
            target.append(sign);
            if (sign.equals("[")) {
                target.append(reference(tokens.take())).append("]");
                tokens.expect("]");
            } else {
                target.append(tokens.take());
            }
        }
        return new Reference(target.toString());
    }

    private static String unquote(String token) {
        return token.substring(1, token.length() - 1).replace("\\\"", "\"");
    }
}

package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.compile.ProblemCatalog;
import io.github.ecsdiscovery.generator.compose.HostPorts;
import io.github.ecsdiscovery.generator.compose.LocalPseudoParameters;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.image.Repository;
import io.github.ecsdiscovery.generator.stack.network.AwsService;
import io.github.ecsdiscovery.generator.stack.task.ContractVariables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Generates {@code docs/reference.md} from the code and compares it with the committed page. */
class ReferenceTest {
    private static final Path DOCS = Path.of("..", "docs");

    private final StringBuilder page = new StringBuilder();

    @Test
    void committedPageIsGeneratedFromTheCode() throws IOException {
        write();
        new Golden(DOCS, "reference.md"::equals)
                .verify(
                        Map.of("reference.md", page.toString()),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }

    private void write() throws IOException {
        add("# Reference");
        add("This page is generated from the code. Do not edit it.");
        layers();
        keys();
        variables();
        sidecars();
        endpoints();
        compose();
        repositories();
        exitCodes();
        problems();
        ids();
        exports();
    }

    private void layers() {
        add("## How a config is merged");
        add("""
                1. The environment of `-e` is merged into the config, then each `--set`. Maps are merged; any other value replaces the
                   previous one. An empty value (`key:` or `key: null`) removes the key. These are the rules of RFC 7386.
                2. Each service is merged into `defaults`, and the result into the preset, by the same rules. For example, an empty `cpu:`
                   of a service restores the value of the preset. There are two exceptions, which are replaced as a whole: `port`
                   together with `ports`, and `capacity`.
                3. A service with an empty value has all defaults. `--set` cannot add a service.

                Values are read as follows:

                - Text is used as written: `tag: 1.10` is `1.10`, and `environment: {DEBUG: yes}` is `yes`.
                - A boolean is `true` or `false`. A number consists of decimal digits. Both can be in quotes. Times are whole seconds.
                - YAML anchors, aliases and tags are not supported.
                - The pseudo parameters `${AWS::AccountId}`, `${AWS::Partition}`, `${AWS::Region}`, `${AWS::StackId}`,
                  `${AWS::StackName}` and `${AWS::URLSuffix}` are supported in `registry`, `image`, `environment`, `secrets`, `policies`,
                  `permissionsBoundary`, `command`, `entrypoint`, `healthCheck.command` and the values of `tags`. Any other `${` is plain
                  text.
                - The path of `--set` has dots between keys. Put a key that contains dots in double quotes.""");
    }

    private void keys() throws IOException {
        add("## Keys");
        Presets preset = new Presets(preset("development"), preset("production"));
        Map<String, KeySchema.RecordOf> remaining = new LinkedHashMap<>();
        table("The config", KeySchemas.document(), "", preset, remaining);
        while (!remaining.isEmpty()) {
            String path = remaining.keySet().iterator().next();
            KeySchema.RecordOf shape = Objects.requireNonNull(remaining.remove(path));
            table("`" + path + "`", shape, path, preset.at(path), remaining);
        }
    }

    private void table(
            String title,
            KeySchema.RecordOf shape,
            String path,
            Presets preset,
            Map<String, KeySchema.RecordOf> remaining) {
        add("### " + title);
        page.append("\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
        for (KeySchema.KeyShape key : shape.keys()) {
            String keyPath = path.isEmpty() ? key.name() : path + "." + key.name();
            page.append("| `")
                    .append(key.name())
                    .append("` | ")
                    .append(cell(forms(key.shape())))
                    .append(" | ")
                    .append(cell(byDefault(key, preset)))
                    .append(" | ")
                    .append(cell(key.key().value()))
                    .append(" |\n");
            if (!key.name().equals("defaults") && !key.name().equals("environments")) {
                records(key.shape(), keyPath, remaining);
            }
        }
    }

    private static String byDefault(KeySchema.KeyShape key, Presets preset) {
        if (key.key().required()) {
            return "required";
        }
        String development = value(key, preset.development());
        String production = value(key, preset.production());
        String byDefault = development.isEmpty() ? key.key().byDefault() : development;
        return production.isEmpty() || production.equals(development)
                ? byDefault
                : byDefault + "; in `production` " + production;
    }

    /** Returns the value of a key in a preset. Keys below a map are in other tables, except those of some maps. */
    private static String value(KeySchema.KeyShape key, Map<?, ?> preset) {
        Object value = preset.get(key.name());
        boolean isShownWhole = key.name().equals("capacity") || key.name().equals("deployment");
        return value == null || value instanceof Map<?, ?> && !isShownWhole ? "" : "`" + flow(value) + "`";
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(ReferenceTest::flow).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }

    private static void records(KeySchema shape, String path, Map<String, KeySchema.RecordOf> remaining) {
        if (shape instanceof KeySchema.RecordOf fixed) {
            remaining.put(path, fixed);
        } else if (shape instanceof KeySchema.ListOf list) {
            records(list.item(), path + "[]", remaining);
        } else if (shape instanceof KeySchema.MapOf map) {
            records(map.value(), path + ".<" + (path.equals("services") ? "name" : "key") + ">", remaining);
        } else if (shape instanceof KeySchema.Choice choice) {
            choice.ways().forEach(way -> records(way.shape(), path, remaining));
        }
    }

    private static String forms(KeySchema shape) {
        if (shape instanceof KeySchema.Text text) {
            return text.format() == Format.TEXT ? "text" : text.format().expected();
        }
        if (shape instanceof KeySchema.Number number) {
            return number(number);
        }
        if (shape instanceof KeySchema.Flag) {
            return "`true`, `false`";
        }
        if (shape instanceof KeySchema.Word word) {
            return word.words().stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        }
        if (shape instanceof KeySchema.ListOf list) {
            return "a list: " + forms(list.item());
        }
        if (shape instanceof KeySchema.MapOf map) {
            return map.value() instanceof KeySchema.RecordOf ? "a map" : "a map: " + forms(map.value());
        }
        if (shape instanceof KeySchema.Choice choice) {
            return choice.ways().stream().map(way -> forms(way.shape())).collect(Collectors.joining("; or "));
        }
        return "a map";
    }

    private static String number(KeySchema.Number number) {
        if (!number.oneOf().isEmpty()) {
            return number.oneOf().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return number.max() == Integer.MAX_VALUE
                ? "a number, at least " + number.min()
                : number.min() + " to " + number.max();
    }

    private void variables() {
        add("## Variables of a service");
        add(
                "The template sets these environment variables of each service. A variable with the same name in `environment` or"
                        + " `secrets` takes precedence.");
        page.append("\n| variable | value |\n| --- | --- |\n");
        ContractVariables.all()
                .forEach(variable -> page.append("| `" + variable.name() + "` | " + cell(variable.meaning()) + " |\n"));
        add("""
                In names of variables, an alias is in upper case. Each `-` becomes `_`, and a `_` is added before each capital letter that
                follows a lowercase letter or digit: `serviceA` becomes `SERVICE_A`.

                The times in seconds depend on the TTL of the DNS records:

                - By default, `lameDuck = ttl + 15`, `drain = 15` and `stopTimeout = lameDuck + drain + 5`.
                - If `stopTimeout` is set, `drain = max(0, stopTimeout - ttl - 20)` and
                  `lameDuck = min(ttl + 15, max(0, stopTimeout - 5))`.""");
    }

    private void sidecars() {
        add("## Sidecars");
        add("""
                `sidecars` adds containers to each task of a service. All containers of a task share one network, so that a sidecar reaches
                the service's own container at 127.0.0.1, and vice versa. `port` and `ports` are the ports that other services reach,
                regardless of which container listens on them. Two containers of a task cannot listen on the same port.

                - A sidecar gets only its own `environment` and `secrets`. The execution role may read the secrets of all containers of the
                  service, and no others.
                - `dependsOn` makes a container wait until another container has started (`START`), has ended (`COMPLETE`), has ended with
                  exit code 0 (`SUCCESS`), or is healthy (`HEALTHY`). If the condition fails, the task does not start. Containers stop in
                  reverse order, so that a container that waits for a proxy can use it until the end.
                - A container is essential, unless another container waits for its end. When an essential container ends, the task stops.
                  `essential` overrides the default.
                - `readonlyRootFilesystem` of the service applies to a sidecar that does not set it. Each container has its own volumes.
                  With `exec` of the service, ECS Exec opens a shell in each container with a writable root file system.
                - All containers write to the service's log group, to streams named `ecs/<container>/<task>`.""");
    }

    private void endpoints() {
        add("## VPC endpoints");
        add("""
                `network.endpoints` creates VPC endpoints:

                - `all`: an endpoint for each AWS service in the table below that the config uses. A config without services is a platform;
                  it has the four endpoints that every task uses.
                - `gateway`: only gateway endpoints. A gateway endpoint is a route and is free of charge.
                - A list: the endpoints of the named AWS services, such as `[s3, sqs]`. The name of a service is the part after the Region in
                  the name of the endpoint service. Any AWS service can be in the list. `[all, sqs, dynamodb]` adds two endpoints, which
                  the code of the services uses, to those that the config needs.

                A platform has to list the endpoints that joining stacks use, such as `[all, secretsmanager, ssmmessages]`, because it does
                not know these stacks. `check` with both configs reports missing endpoints.

                The endpoints of `s3`, `s3express` and `dynamodb` are gateway endpoints. Any other endpoint is an interface endpoint: it has
                an address in each subnet of the tasks, and the DNS names of the AWS service resolve to these addresses. The logical id of
                an endpoint does not depend on the order of the list or on other entries.""");
        page.append("\n| endpoint | kind | used by |\n| --- | --- | --- |\n");
        for (AwsService service : AwsService.values()) {
            String kind = service.isGateway() ? "gateway" : "interface";
            page.append("| `" + service + "` | " + kind + " | " + cell(service.meaning()) + " |\n");
        }
    }

    private void compose() {
        add("## The output of `compose`");
        add("""
                Each service becomes a service of the Compose file. It has as many replicas as tasks, the same variables and times, and its
                DNS name in the namespace as an alias. Defaults of ECS are written out, such as the 30 s to stop.

                - An image in the account's own registry, `${AWS::AccountId}.dkr.ecr.…/shop/orders:1.0`, becomes `shop/orders:1.0`. You build
                  it on your machine; Compose never pulls it.
                - The ports of services with `ingress` are published on 127.0.0.1. Each replica has its own port of your machine, from %s to
                  %s. A port is derived from the names of the stack, the service and the port, so that it does not change when you add
                  or remove other services. If two names lead to the same port, the later name uses the next free port.
                - `writablePaths` become anonymous volumes with the content and the owner of the path in the image. `down --volumes` deletes
                  the volumes of current containers; `docker volume prune` deletes those of replaced containers.
                - A secret becomes a variable without a value. Compose takes its value from your shell or from a `.env` file next to the
                  Compose file. Without a value there, the variable is not set. Services with the same name of a secret get the same value.
                - Some settings have no counterpart on one machine and are left out: security groups, roles, capacity, `ephemeralStorage`,
                  SRV records, and the `cpu` and `startTimeout` of a sidecar. As on ECS, services do not wait for each other.
                - A sidecar becomes a separate service, such as `orders.migrate`, that shares the network of its service. A service with
                  sidecars has one replica, because Compose shares the network of one container only. If the service waits for a sidecar
                  that keeps running, the sidecar owns the network, with the name and the ports of the service. A sidecar that has to
                  end first has its own network, runs once for all tasks, and must end with exit code 0, even for `COMPLETE`.
                - CPU and memory limits are those of the template. Docker rejects a container whose `cpu` exceeds the processors of your
                  machine. Set lower values in an environment of the config and select it, for example with `-e local`.
                """.formatted(Integer.toString(HostPorts.FIRST), Integer.toString(HostPorts.LAST))
                .stripTrailing());
        page.append("\n| in the config | value on your machine |\n| --- | --- |\n");
        LocalPseudoParameters.all()
                .forEach(parameter ->
                        page.append("| `${" + parameter.name() + "}` | " + cell(parameter.description()) + " |\n"));
    }

    private void repositories() {
        Repository example = new Repository("", "", false, List.of(), List.of());
        add("## The output of `repositories`");
        add("""
                The template has one repository for each path in the account's own registry that an image of the config uses. These are the
                default image and images that start with `${AWS::AccountId}.dkr.ecr.`. Images in other registries, or with an account
                number in the config, have no repository. With `-e`, the images are those of the environment.

                - Tags are immutable, except in a repository from which the config runs `latest`.
                - Images are scanned on push and encrypted with AES-256.
                - Images without a tag are deleted after %s days. Only the latest %s images are kept; if you run an older one, push it again
                  before it is deleted.
                - A repository is retained when you remove it from the template or delete the stack. To add it to a stack again, import it
                  with a change set of type IMPORT.
                - The stack is named `<name>-repositories`. All environments in an account share it.
                """.formatted(Integer.toString(example.untaggedDays()), Integer.toString(example.kept()))
                .stripTrailing());
    }

    private void exitCodes() {
        add("## Exit codes");
        page.append("\n| code | meaning |\n| --- | --- |\n");
        for (ExitCode code : ExitCode.values()) {
            page.append("| " + code.code() + " | " + cell(code.meaning()) + " |\n");
        }
    }

    private void problems() {
        add("## Problems");
        add(
                "`acceptWarnings: {id: reason}` suppresses a warning for the whole config or, in a service, for that service. `--strict`"
                        + " turns the remaining warnings into errors.");
        ProblemCatalog.chapters().forEach((title, kinds) -> {
            page.append("\n### " + title + "\n\n| id | severity | meaning |\n| --- | --- | --- |\n");
            for (ProblemKind kind : kinds) {
                page.append("| `" + kind + "` | " + kind.severity() + " | " + cell(kind.summary()) + " |\n");
            }
        });
    }

    private void ids() {
        add("## Logical ids");
        add(
                "A logical id consists of names and fixed positions. It never depends on the order of the config. It does not change"
                        + " within a version of the config language, because CloudFormation replaces a resource whose id changes. Names"
                        + " are in PascalCase: `order-api` becomes `OrderApi`. `{port}` is empty for the first port of a service.");
        page.append("\n| id | resource |\n| --- | --- |\n");
        for (LogicalId id : LogicalId.values()) {
            page.append("| `" + id.pattern() + "` | "
                    + (id.type().startsWith("AWS") ? "`" + id.type() + "`" : id.type()) + " |\n");
        }
    }

    private void exports() {
        add("## Exports");
        add(
                "A stack exports these values for stacks that refer to it as `platform` or in `peers`. The name of each export starts with"
                        + " `<stack>-`. A stack that joins a platform has only the last export. Like logical ids, exports do not change,"
                        + " because CloudFormation rejects changes of imported values.");
        page.append("\n| export | value |\n| --- | --- |\n");
        for (Export export : Export.values()) {
            page.append("| `" + export.pattern() + "` | " + export.meaning() + " |\n");
        }
    }

    private void add(String text) {
        page.append(page.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** The trees of both presets, or their subtrees at one path. */
    private record Presets(Map<?, ?> development, Map<?, ?> production) {
        Presets at(String path) {
            return new Presets(defaultsAt(development, path), defaultsAt(production, path));
        }
    }

    private static Map<?, ?> defaultsAt(Map<?, ?> preset, String path) {
        Object subtree = path.startsWith("services.<name>")
                ? descend(preset.get("defaults"), path.substring("services.<name>".length()))
                : descend(preset, "." + path);
        return subtree instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable Object descend(@Nullable Object from, String path) {
        Object node = from;
        for (String step : path.split("\\.", -1)) {
            node = step.isEmpty() ? node : node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return node;
    }

    private static Map<String, Object> preset(String name) throws IOException {
        try (InputStream in = KeySchemas.class.getResourceAsStream(
                "/io/github/ecsdiscovery/generator/config/preset/" + name + ".yaml")) {
            return new Yaml().load(Objects.requireNonNull(in));
        }
    }
}

package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.compose.HostPorts;
import io.github.ecsdiscovery.generator.compose.LocalPseudoParameters;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
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

/** Writes {@code docs/reference.md} from the code, and holds what lies there against it. */
class ReferenceTest {
    private static final Path DOCS = Path.of("..", "docs");

    private final StringBuilder page = new StringBuilder();

    @Test
    void theReferenceIsWhatTheCodeSays() throws IOException {
        write();
        new Golden(DOCS, "reference.md"::equals)
                .hold(
                        Map.of("reference.md", page.toString()),
                        Golden.Mode.asked(System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }

    private void write() throws IOException {
        say("# Reference");
        say("This page is made from the code by a test, which also fails where the two differ.");
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
        say("## How a config is put together");
        say("""
                1. The environment that `-e` chooses, then each `--set`, is laid over the config: maps merge, anything else replaces, and
                   nothing (`key:` or `key: null`) takes a value away. That is RFC 7386.
                2. Each service is laid over `defaults`, and these over the preset, by the same rule: `cpu:` with nothing behind it at a
                   service returns to the preset. `port` and `ports` are one thing, and `capacity` is another: the higher level's
                   replaces the lower's whole.
                3. A service that is written with nothing behind its name has all defaults. `--set` never makes a service.

                Text is taken as it is written: `tag: 1.10` is `1.10`, and `environment: {DEBUG: yes}` is `yes`. A boolean is `true` or
                `false`, a number decimal digits, in quotes or not; times are whole seconds. Anchors, aliases and tags of YAML are
                refused. `${AWS::AccountId}`, `${AWS::Partition}`, `${AWS::Region}`, `${AWS::StackId}`, `${AWS::StackName}` and
                `${AWS::URLSuffix}` work in `registry`, `image`, `environment`, `secrets`, `policies`, `permissionsBoundary`, `command`,
                `entrypoint`, `healthCheck.command` and the values of `tags`; any other `${` is plain text.

                The path of a `--set` has dots between its keys; a key that has dots itself stands in double quotes.""");
    }

    private void keys() throws IOException {
        say("## Keys");
        Presets preset = new Presets(preset("development"), preset("production"));
        Map<String, KeySchema.RecordOf> below = new LinkedHashMap<>();
        table("The config", KeySchemas.document(), "", preset, below);
        while (!below.isEmpty()) {
            String path = below.keySet().iterator().next();
            KeySchema.RecordOf shape = Objects.requireNonNull(below.remove(path));
            table("`" + path + "`", shape, path, preset.at(path), below);
        }
    }

    private void table(
            String title,
            KeySchema.RecordOf shape,
            String path,
            Presets preset,
            Map<String, KeySchema.RecordOf> below) {
        say("### " + title);
        page.append("\n| key | what may stand there | default | meaning |\n| --- | --- | --- | --- |\n");
        for (KeySchema.KeyShape key : shape.keys()) {
            String at = path.isEmpty() ? key.name() : path + "." + key.name();
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
                records(key.shape(), at, below);
            }
        }
    }

    private static String byDefault(KeySchema.KeyShape key, Presets preset) {
        if (key.key().required()) {
            return "needed";
        }
        String usual = value(key, preset.development());
        String otherwise = value(key, preset.production());
        if (otherwise.isEmpty() || otherwise.equals(usual)) {
            return usual.isEmpty() ? key.key().byDefault() : usual;
        }
        return (usual.isEmpty() ? key.key().byDefault() : usual) + "; in `production` " + otherwise;
    }

    /** What a preset has at a key itself; keys below a map have lines of their own. */
    private static String value(KeySchema.KeyShape key, Map<?, ?> preset) {
        Object value = preset.get(key.name());
        boolean whole = key.name().equals("capacity") || key.name().equals("deployment");
        return value == null || value instanceof Map<?, ?> && !whole ? "" : "`" + flow(value) + "`";
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

    private static void records(KeySchema shape, String path, Map<String, KeySchema.RecordOf> below) {
        if (shape instanceof KeySchema.RecordOf fixed) {
            below.put(path, fixed);
        } else if (shape instanceof KeySchema.ListOf list) {
            records(list.item(), path + "[]", below);
        } else if (shape instanceof KeySchema.MapOf map) {
            records(map.value(), path + ".<" + (path.equals("services") ? "name" : "key") + ">", below);
        } else if (shape instanceof KeySchema.Choice choice) {
            choice.ways().forEach(way -> records(way.shape(), path, below));
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
            return word.words().stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
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
                ? "a number from " + number.min()
                : number.min() + " to " + number.max();
    }

    private void variables() {
        say("## Variables of a service");
        say(
                "The template tells each service, sorted by name; a variable of the same name under `environment` or `secrets` wins.");
        page.append("\n| variable | what it tells |\n| --- | --- |\n");
        ContractVariables.all()
                .forEach(told -> page.append("| `" + told.name() + "` | " + cell(told.meaning()) + " |\n"));
        say("""
                An alias goes to upper case, with `_` for `-` and before each capital that follows a small letter or digit: `serviceA` is
                `SERVICE_A`. With a TTL, `lameDuck = ttl + 15`, `drain = 15` and `stopTimeout = lameDuck + drain + 5` seconds; who sets
                `stopTimeout` gets `drain = max(0, stopTimeout - ttl - 20)` and `lameDuck = min(ttl + 15, max(0, stopTimeout - 5))`.""");
    }

    private void sidecars() {
        say("## Sidecars");
        say("""
                `sidecars` are more containers of each task of a service. All of them have one network: a sidecar finds the service's own
                container at 127.0.0.1, and the other way round. `port` and `ports` are therefore the task's, and name what others reach
                there, whichever container listens; which port a sidecar takes for itself is its own business, and no other has it.

                - A sidecar is told its own `environment` and `secrets` and nothing else. Those who start tasks may read the secrets of all
                  containers, and of no other service.
                - `dependsOn` makes a container wait for others: until they have started (`START`), have ended (`COMPLETE`), have ended with
                  0 (`SUCCESS`), or until their health check has passed (`HEALTHY`). A task of which one ends with something else than is
                  waited for does not start. Containers stop the other way round: who waits for a proxy has it until the end.
                - A container that somebody waits for the end of is not essential, and others are, unless they say so: when one of these
                  ends, so does the task.
                - `readonlyRootFilesystem` is the service's unless a sidecar says it; volumes are each container's own. `exec` is the
                  service's: it opens a shell in each container whose root can be written to.
                - All write to the service's log group, to streams called `ecs/<container>/<task>`.""");
    }

    private void endpoints() {
        say("## Endpoints");
        say("""
                `network.endpoints: all` makes an endpoint for each of these that somebody asks, `gateway` those of the kind that is a route
                and costs nothing. A config without services is a platform alone, and has the four that tasks of every kind ask.
                An interface endpoint has an address in each subnet that tasks run in, and the names of its service lead there.

                A list names endpoints, of any service of AWS, by what stands behind the Region in their names: `[s3, sqs]` is these two,
                `[all, sqs, dynamodb]` all that the config needs and two that its code asks. A platform names what stacks that join it ask,
                `[all, secretsmanager, ssmmessages]`: it does not know them, but `check` over both configs does. Those of `s3`, `s3express` and
                `dynamodb` are routes. Neither the order nor what else is in the list changes an endpoint's logical id.""");
        page.append("\n| endpoint | kind | asked for by |\n| --- | --- | --- |\n");
        for (AwsService one : AwsService.values()) {
            String kind = one.isGateway() ? "gateway" : "interface";
            page.append("| `" + one + "` | " + kind + " | " + cell(one.meaning()) + " |\n");
        }
    }

    private void compose() {
        say("## What `compose` makes of it");
        say("""
                Each service is one of the Compose file, with as many replicas as tasks, the same variables and times, and its name under
                the namespace as an alias. What ECS takes where the config is silent is written out, such as the 30 s to stop.

                - An image in the account's own registry, `${AWS::AccountId}.dkr.ecr.…/shop/orders:1.0`, is `shop/orders:1.0`, and is built
                  on this machine: Compose never pulls it.
                - The ports of services with `ingress` are published on 127.0.0.1, one of the machine's ports for each replica, from %s to
                  %s. They are made from the names of the stack, the service and the port, so they stay when other services come or
                  go; of two names that meet, the later one moves up.
                - `writablePaths` paths are volumes without a name, which take over what the image has there, and whose it is. `down --volumes`
                  takes away those of the containers that run then, `docker volume prune` those of containers that were replaced.
                - A secret is a variable without a value: it has that of whoever starts the file, from the shell or from a file `.env`
                  beside it, and is not there where that is not. Two services that name a secret alike are given the same.
                - Left out is what one machine has no like of: security groups, roles, capacity, `ephemeralStorage`, SRV records, a
                  sidecar's `cpu` and `startTimeout`. No service waits for another to be there, as on ECS.
                - A sidecar is a service of its own, `orders.migrate`, in the network of its service; since Compose gives such a network
                  once, a service with sidecars runs once. Where the service waits for a sidecar that stays, the network is that one's, with
                  the service's name and ports. What has to end before has a network of its own, runs once for all tasks, and has to end
                  with 0, also for `COMPLETE`.
                - Limits are the template's. A machine with fewer processors than `cpu` asks for refuses the container: an environment of
                  the config says what is different there, `-e local`.
                """.formatted(Integer.toString(HostPorts.FIRST), Integer.toString(HostPorts.LAST))
                .stripTrailing());
        page.append("\n| in the config | stands for |\n| --- | --- |\n");
        LocalPseudoParameters.all()
                .forEach(one -> page.append("| `${" + one.name() + "}` | " + cell(one.meaning()) + " |\n"));
    }

    private void repositories() {
        Repository one = new Repository("", "", false, List.of(), List.of());
        say("## What `repositories` makes");
        say("""
                One repository for each path in the account's own registry that an image of the config, with the environment that `-e`
                names, has: of the default image, and of those that begin with `${AWS::AccountId}.dkr.ecr.`. Images elsewhere are left
                where they are, also those of an account that is written as a number.

                - A tag is pushed once and stays what it is, but in a repository of which the config runs `latest`.
                - Images are scanned when they are pushed, and encrypted with AES-256.
                - An image without a tag is deleted after %s days, and all but the last %s images are. Whoever runs older ones than that
                  pushes them again before.
                - A repository stays when it leaves the template or its stack is deleted; to have it in a stack again, import it there
                  (a change set of the type IMPORT). The stack is `<name>-repositories` for all environments of an account.
                """.formatted(Integer.toString(one.untaggedDays()), Integer.toString(one.keptImages()))
                .stripTrailing());
    }

    private void exitCodes() {
        say("## Exit codes");
        page.append("\n| code | meaning |\n| --- | --- |\n");
        for (ExitCode code : ExitCode.values()) {
            page.append("| " + code.code() + " | " + cell(code.meaning()) + " |\n");
        }
    }

    private void problems() {
        say("## Problems");
        say(
                "`acceptWarnings: {id: reason}`, at the top or at a service, silences a warning. `--strict` makes errors of those that are left.");
        page.append("\n| id | severity | what it means |\n| --- | --- | --- |\n");
        for (ProblemId id : ProblemId.values()) {
            page.append("| `" + id + "` | " + id.severity() + " | " + cell(id.meaning()) + " |\n");
        }
    }

    private void ids() {
        say("## Logical ids");
        say(
                "They are made from names and fixed positions, never from the order of anything, and stay as they are within a version of"
                        + " the language: a resource whose id changes is replaced. Names are in PascalCase, so `order-api` is `OrderApi`;"
                        + " `{port}` is empty for a service's first port.");
        page.append("\n| id | of |\n| --- | --- |\n");
        for (LogicalId id : LogicalId.values()) {
            page.append("| `" + id.pattern() + "` | "
                    + (id.type().startsWith("AWS") ? "`" + id.type() + "`" : id.type()) + " |\n");
        }
    }

    private void exports() {
        say("## Exports");
        say(
                "What a stack exports to those that name it as `platform` or in `peers`; `<stack>-` stands before each. A stack that"
                        + " joins one exports the last kind alone. Exports stay as ids do: what is imported cannot be changed.");
        page.append("\n| export | value |\n| --- | --- |\n");
        for (Export export : Export.values()) {
            page.append("| `" + export.pattern() + "` | " + export.meaning() + " |\n");
        }
    }

    private void say(String text) {
        page.append(page.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** The trees of both presets, or what they have at one place. */
    private record Presets(Map<?, ?> development, Map<?, ?> production) {
        Presets at(String path) {
            return new Presets(defaultsAt(development, path), defaultsAt(production, path));
        }
    }

    private static Map<?, ?> defaultsAt(Map<?, ?> preset, String path) {
        Object at = path.startsWith("services.<name>")
                ? descend(preset.get("defaults"), path.substring("services.<name>".length()))
                : descend(preset, "." + path);
        return at instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable Object descend(@Nullable Object from, String path) {
        Object at = from;
        for (String step : path.split("\\.", -1)) {
            at = step.isEmpty() ? at : at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    private static Map<String, Object> preset(String name) throws IOException {
        try (InputStream in = KeySchemas.class.getResourceAsStream(
                "/io/github/ecsdiscovery/generator/config/preset/" + name + ".yaml")) {
            return new Yaml().load(Objects.requireNonNull(in));
        }
    }
}
